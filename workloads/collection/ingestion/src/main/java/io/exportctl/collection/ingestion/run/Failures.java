package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.IngestionException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Sentences for failures of libraries. Of their texts only those of the file system and of AWS are
 * shown, as others may quote data.
 */
final class Failures {

  private static final int LONGEST = 300;

  private Failures() {}

  /** Returns the failure as one of ours. */
  static IngestionException of(RuntimeException failure) {
    Optional<String> text = Optional.empty();
    Throwable deepest = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      deepest = cause;
      if (isHarmless(cause)) {
        text = Optional.ofNullable(cause.getMessage());
      }
    }
    return IngestionException.failed(
        "failed",
        "the run failed (%s%s); the log tells more"
            .formatted(
                deepest.getClass().getSimpleName(), text.map(it -> ": " + oneLine(it)).orElse("")),
        failure);
  }

  private static boolean isHarmless(Throwable cause) {
    String name = cause.getClass().getName();
    return (cause instanceof IOException && !name.contains("jackson"))
        || name.toLowerCase(Locale.ROOT).contains(".awssdk.");
  }

  private static String oneLine(String text) {
    String line = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
