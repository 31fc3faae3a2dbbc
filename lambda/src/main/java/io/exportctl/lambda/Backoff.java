package io.exportctl.lambda;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Pause before a failed message is delivered again: 15 s, doubled with every delivery up to 15
 * minutes, and up to a fifth more at random, so that messages that failed together do not come back
 * together.
 *
 * @param chance random numbers from 0 (included) to 1 (excluded)
 */
record Backoff(DoubleSupplier chance) {

  /** Maximum pause; a copy that was still running has landed or failed by then. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final double JITTER = 0.2;

  Duration after(int receiveCount) {
    long doubled = FIRST.toSeconds() << Math.min(receiveCount - 1, 20);
    long seconds = Math.min(LONGEST.toSeconds(), doubled);
    return Duration.ofSeconds(seconds + (long) (seconds * JITTER * chance.getAsDouble()));
  }
}
