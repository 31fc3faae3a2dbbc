package io.exportctl.source.fetch;

import java.time.Duration;
import java.util.List;

/**
 * Limits of a download in time.
 *
 * @param read between two bytes
 * @param whole of all attempts
 * @param pauses before each further attempt, at most
 * @param ask longest wait that a server may ask for
 */
record Patience(
    Duration connect, Duration read, Duration whole, List<Duration> pauses, Duration ask) {

  static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofHours(2),
          List.of(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(32)),
          Duration.ofMinutes(10));

  /** Copies the list. */
  Patience {
    pauses = List.copyOf(pauses);
  }
}
