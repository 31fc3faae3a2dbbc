package io.exportctl.operate;

import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.DatasetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * State of a dataset in AWS.
 *
 * @param missing resources that do not exist; all of them if the dataset is not deployed
 * @param waiting number of messages in its queue
 * @param inFlight number of messages that its program works on or will try again
 * @param failing number of failed attempts in an hour
 * @param oldest age of the oldest file that waits
 * @param lastDelivery within an hour
 * @param faults sentences about what is wrong, without the dataset's name
 */
public record DatasetStatus(
    DatasetId id,
    Deployed deployed,
    List<AwsResource> missing,
    Cell<Long> waiting,
    Cell<Long> inFlight,
    Cell<Long> failing,
    Cell<Long> deadLetters,
    Cell<Duration> oldest,
    Cell<Instant> lastDelivery,
    Cell<List<AlarmState>> alarms,
    Cell<Release> release,
    Cell<List<String>> absentUsers,
    List<Failure> failures,
    List<String> faults) {

  public DatasetStatus {
    missing = List.copyOf(missing);
    failures = List.copyOf(failures);
    faults = List.copyOf(faults);
  }

  /** Extent to which the resources of a dataset exist. */
  public enum Deployed {
    YES("yes"),
    PARTLY("partly"),
    NO("no"),
    UNKNOWN("?");

    private final String word;

    Deployed(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Code of a function, compared with the program of this release. */
  public enum Release {
    SAME("this release"),
    OTHER("another");

    private final String word;

    Release(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * An alarm.
   *
   * @param state OK, ALARM or NO_DATA
   */
  public record AlarmState(String name, String state, String reason) {}

  /** A reason in the log, with the number of its lines in an hour. */
  public record Failure(String reason, long times) {}

  /** Returns true if somebody has to look. */
  public boolean isWrong() {
    return !faults.isEmpty();
  }
}
