package io.exportctl.lambda;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long a failed message stays out of sight: 15 s, doubled with every delivery up to 15 minutes,
 * and up to a fifth more by chance, so that what failed together does not come back together.
 *
 * @param chance numbers from 0 (included) to 1 (excluded)
 */
record Backoff(DoubleSupplier chance) {

  /** Also how long to wait for a copy that was still running: by then it has landed or failed. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final double JITTER = 0.2;

  Duration after(int receiveCount) {
    long doubled = FIRST.toSeconds() << Math.min(receiveCount - 1, 20);
    long seconds = Math.min(LONGEST.toSeconds(), doubled);
    return Duration.ofSeconds(seconds + (long) (seconds * JITTER * chance.getAsDouble()));
  }
}
