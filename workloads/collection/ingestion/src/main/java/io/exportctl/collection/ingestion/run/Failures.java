package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.IngestionException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sentences for failures of libraries. Of their texts only those of the file system and of AWS are
 * shown, as others may quote data.
 */
public final class Failures {

  private static final int LONGEST = 300;

  private static final int FRAMES = 15;
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** Returns the failure as one of ours. */
  public static IngestionException of(Exception failure) {
    LOG.error("{}", trace(failure));
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

  /** Returns true if a library of ours threw the failure, rather than the program itself. */
  public static boolean isOfLibrary(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String name = cause.getClass().getName();
      if (name.startsWith("org.apache.") || isHarmless(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Stack traces of all causes, with those of their texts that are shown. */
  private static String trace(Exception failure) {
    StringBuilder trace = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String text = isHarmless(cause) ? ": " + oneLine(String.valueOf(cause.getMessage())) : "";
      trace.append(cause.getClass().getName()).append(text).append('\n');
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        trace.append("    at ").append(frames[i]).append('\n');
      }
    }
    return trace.toString();
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
