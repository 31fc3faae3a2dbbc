package io.exportctl.collection.key;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongUnaryOperator;

/**
 * Sends a request again while its failure may pass, after a random part of a time that doubles: <a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">full jitter</a>.
 */
final class Retries {

  /** Number of tries, the first among them. */
  static final int TRIES = 8;

  private static final Duration FIRST_DELAY = Duration.ofMillis(100);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

  /** A service that asks for more is asked again before. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** One request. */
  interface Request {

    /**
     * Sends it once.
     *
     * @throws PassingException if another try may not fail
     */
    DataKey send() throws PassingException, KeyRefusedException, KeyServiceException;
  }

  /** Pauses a thread. */
  interface Sleeper {

    /** Returns after the time has passed. */
    void sleep(Duration time) throws InterruptedException;
  }

  private final Sleeper sleeper;
  private final LongUnaryOperator random;
  private final LongAdder count = new LongAdder();

  /**
   * @param random from a bound to a number from 0 up to, not including, it
   */
  Retries(Sleeper sleeper, LongUnaryOperator random) {
    this.sleeper = sleeper;
    this.random = random;
  }

  /** Returns the number of requests that were sent again. */
  long count() {
    return count.sum();
  }

  /**
   * Returns the answer of the first try that does not fail.
   *
   * @param service noun phrase for the message, such as {@code the key service}
   * @throws KeyServiceException also if the last try fails
   */
  DataKey send(String service, Request request) throws KeyRefusedException, KeyServiceException {
    PassingException last = null;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (last != null) {
        sleep(service, delay(attempt, last));
        count.increment();
      }
      try {
        return request.send();
      } catch (PassingException e) {
        last = e;
      }
    }
    throw new KeyServiceException(
        KeyServiceException.Kind.UNAVAILABLE,
        service
            + " failed "
            + TRIES
            + " times, at last as it "
            + last.getMessage()
            + "; run the date again when it works",
        last);
  }

  private Duration delay(int attempt, PassingException last) {
    long doubled = FIRST_DELAY.toMillis() << (attempt - 1);
    long bound = Math.min(doubled, LONGEST_DELAY.toMillis());
    Duration jitter = Duration.ofMillis(random.applyAsLong(bound + 1));
    Duration wait = last.delay().compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : last.delay();
    return jitter.compareTo(wait) > 0 ? jitter : wait;
  }

  private void sleep(String service, Duration time) throws KeyServiceException {
    try {
      sleeper.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyServiceException(
          KeyServiceException.Kind.UNAVAILABLE,
          "the wait for " + service + " was interrupted; run the date again",
          e);
    }
  }
}
