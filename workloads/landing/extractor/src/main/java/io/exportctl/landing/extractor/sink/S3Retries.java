package io.exportctl.landing.extractor.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Retries of calls of S3. The SDK's own are off, since the end of an upload has to know if an
 * earlier call had no answer.
 *
 * @param attempts maximum number of calls
 * @param firstPause before the second call; it doubles from then on
 */
public record S3Retries(int attempts, Duration firstPause) {

  private static final Duration MAX_PAUSE = Duration.ofSeconds(20);

  /**
   * Codes of errors that pass, whatever their status; S3 can answer 200 with such an error inside.
   */
  private static final Set<String> TRANSIENT =
      Set.of(
          "InternalError",
          "ServiceUnavailable",
          "SlowDown",
          "RequestTimeout",
          "ConditionalRequestConflict",
          "Throttling");

  /** A call of S3. */
  @FunctionalInterface
  interface Call<T> {
    /**
     * Makes the call.
     *
     * @param attempt 1 for the first
     */
    T make(int attempt);
  }

  /** Makes a call until it has an answer that another attempt would not change. */
  <T> T run(String title, Call<T> call) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.make(attempt);
      } catch (SdkException e) {
        if (attempt >= attempts || !isTransient(e)) {
          throw new IOException(title + ": " + e.getMessage(), e);
        }
        pause(attempt);
      }
    }
  }

  private static boolean isTransient(SdkException e) {
    if (e instanceof S3Exception s3) {
      return s3.statusCode() >= 500 || s3.statusCode() == 200 || TRANSIENT.contains(code(s3));
    }
    return e instanceof SdkClientException;
  }

  /**
   * Returns an ETag that an answer has.
   *
   * @throws SdkClientException if it has none: the SDK takes an answer without content for a
   *     success
   */
  static String present(String etag) {
    if (etag == null) {
      throw SdkClientException.create("the answer has no ETag");
    }
    return etag;
  }

  /** Code of an error, or an empty text: an answer to HEAD has none. */
  static String code(S3Exception e) {
    return e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
  }

  private void pause(int attempt) throws IOException {
    long longest =
        Math.min(MAX_PAUSE.toMillis(), firstPause.toMillis() << Math.min(attempt - 1, 20));
    try {
      Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
