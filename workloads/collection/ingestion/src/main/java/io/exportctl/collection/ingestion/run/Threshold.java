package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges if a date is good enough to be published. */
final class Threshold {

  private static final long MILLION = 1_000_000;

  private static final String UNREADABLE = "file-unreadable";
  private static final String BAD_RECORDS = "too-many-bad-records";

  private Threshold() {}

  /** Returns true if a run with this reason would fail again on the same files. */
  static boolean isReason(String reason) {
    return reason.equals(UNREADABLE) || reason.equals(BAD_RECORDS);
  }

  /**
   * Returns the reason why the date must not be published; empty if it may.
   *
   * @param letters place of the dead letters, for the message
   */
  static Optional<IngestionException> judge(
      Totals totals, JobFile.Limits limits, LocalDate date, String letters) {
    long unreadable = totals.count("files_unreadable");
    if (unreadable > limits.unreadableFiles()) {
      String files =
          totals.files().stream()
              .filter(it -> !it.fault().isEmpty())
              .limit(3)
              .map(it -> "'%s' (%s after line %d)".formatted(it.name(), it.fault(), it.lines()))
              .collect(Collectors.joining(", "));
      return Optional.of(
          IngestionException.badData(
              UNREADABLE,
              "%s is not published, because %d of its files cannot be read to the end: %s%s; have them sent again, or raise unreadable_files"
                  .formatted(date, unreadable, files, unreadable > 3 ? " and others" : "")));
    }
    long read = totals.count("records_read");
    long rejected = totals.count("records_rejected");
    long good = totals.count("records_written") + totals.count("erased_dropped");
    if (rejected * MILLION > read * limits.badRecordsPerMillion() || (read > 0 && good == 0)) {
      return Optional.of(
          IngestionException.badData(
              BAD_RECORDS,
              "%s is not published, because %d of its %d records are bad (%s) and %d of a million may be; look at %s"
                  .formatted(
                      date,
                      rejected,
                      read,
                      reasons(totals),
                      limits.badRecordsPerMillion(),
                      letters)));
    }
    return Optional.empty();
  }

  private static String reasons(Totals totals) {
    return totals.reasons().entrySet().stream()
        .map(it -> it.getKey() + ": " + it.getValue())
        .collect(Collectors.joining(", "));
  }
}
