package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.S3Destination;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.ManifestException;
import io.exportctl.landing.format.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the loader's verdict over an extraction that is published.
 *
 * @param time to wait at most
 * @param pause between two looks
 */
public record VerdictWait(
    S3Destination destination, Duration time, Duration pause, Stop stop, Log log) {

  /**
   * Waits. An extraction without a verdict in time counts as published.
   *
   * @throws ExtractionException if the platform refused it
   */
  public void await(Keys keys) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    stop.onStop(stopped::countDown);
    long end = System.nanoTime() + time.toNanos();
    String fault = "";
    while (true) {
      try {
        Optional<byte[]> verdict = destination.find(keys.result(), Result.MAX_BYTES);
        if (verdict.isPresent()) {
          tell(keys, Result.parse(verdict.get()));
          return;
        }
      } catch (IOException | ManifestException e) {
        fault = "; the last look at it failed: " + e.getMessage();
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        log.write("verdict", "key", keys.result(), "status", "unknown", "reason", late(fault));
        return;
      }
      if (stopped.await(Math.min(left, pause.toNanos()), TimeUnit.NANOSECONDS)) {
        throw ExtractionException.failed(
            "stopped by a signal while it waited for the platform; the data is published");
      }
    }
  }

  private String late(String fault) {
    return "the data is published, but the platform gave no verdict within %d minutes%s"
        .formatted(time.toMinutes(), fault);
  }

  private void tell(Keys keys, Result result) {
    String reasons = String.join("\n", result.reasons());
    log.write(
        "verdict",
        "key",
        keys.result(),
        "status",
        result.published() ? "published" : "refused",
        "reason",
        reasons,
        "nulled",
        String.join(", ", result.nulled()));
    if (!result.published()) {
      throw ExtractionException.refused(
          "the platform refused the extraction \"%s\"; its tables stay as they were:\n%s"
              .formatted(keys.timestamp(), reasons));
    }
  }
}
