package io.exportctl.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Alarms of CloudWatch. */
public final class Alarms {

  /** Number of names that CloudWatch takes in a call. */
  private static final int BATCH = 100;

  private final CloudWatchClient cloudWatch;

  Alarms(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  /** State of an alarm. */
  public enum State {
    OK,
    ALARM,
    NO_DATA
  }

  /**
   * An alarm.
   *
   * @param reason CloudWatch's explanation of the state
   */
  public record Alarm(State state, String reason) {}

  /** Returns the alarms that exist, by their names. */
  public Answer<Map<String, Alarm>> find(List<String> names) {
    return Calls.ask(
        "cloudwatch:DescribeAlarms",
        () -> {
          Map<String, Alarm> found = new TreeMap<>();
          List<String> left = new ArrayList<>(names);
          while (!left.isEmpty()) {
            List<String> batch = left.subList(0, Math.min(BATCH, left.size()));
            List<String> asked = List.copyOf(batch);
            cloudWatch
                .describeAlarms(request -> request.alarmNames(asked).maxRecords(BATCH))
                .metricAlarms()
                .forEach(alarm -> found.put(alarm.alarmName(), alarm(alarm)));
            batch.clear();
          }
          return found;
        });
  }

  private static Alarm alarm(MetricAlarm alarm) {
    State state =
        alarm.stateValue() == StateValue.ALARM
            ? State.ALARM
            : alarm.stateValue() == StateValue.OK ? State.OK : State.NO_DATA;
    return new Alarm(state, alarm.stateReason() == null ? "" : alarm.stateReason());
  }
}
