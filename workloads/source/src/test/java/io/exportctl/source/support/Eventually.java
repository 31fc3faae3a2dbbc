package io.exportctl.source.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for what other threads do; generous, as the machine may be busy. */
public final class Eventually {

  private static final Duration MOST = Duration.ofMinutes(2);

  private Eventually() {}

  /** Waits until a condition holds. */
  public static void holds(String what, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(MOST);
    while (!condition.call()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("it did not happen within " + MOST + ": " + what);
      }
      Thread.sleep(20);
    }
  }
}
