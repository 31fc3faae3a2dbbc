package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Encoding;
import java.time.Duration;

/**
 * Options of an extraction.
 *
 * @param hashKey empty if no column is hashed
 * @param partBytes bytes of JSON after which a part ends
 * @param eventLog true if the log is published too
 */
public record Options(
    String dataset,
    DatabaseSettings database,
    Selection selection,
    String hashKey,
    Encoding encoding,
    Compression compression,
    int connections,
    long partBytes,
    int maxRowBytes,
    boolean eventLog,
    Times times) {

  /**
   * Limits and periods of an extraction.
   *
   * @param max after which it ends
   * @param yieldAfter for which somebody may wait for our locks
   * @param lock for which it waits for a lock
   * @param retryPause before the second attempt at a chunk; it doubles from then on
   * @param progress between two lines of the log
   */
  public record Times(
      Duration max, Duration yieldAfter, Duration lock, Duration retryPause, Duration progress) {}
}
