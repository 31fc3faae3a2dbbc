package io.exportctl.source.fetch;

import java.time.Duration;
import java.time.Instant;

/** The clock, and pauses between attempts. */
public interface Waiting {

  Instant now();

  void pause(Duration time) throws InterruptedException;

  /** Returns a random number from 0 to 1, by which a pause is made shorter. */
  double jitter();
}
