package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Retries of what needs the server: it may be restarting, or have no connection left.
 *
 * @param firstPause before the second attempt; it doubles from then on
 */
record Retries(Duration firstPause, Stop stop, Log log) {

  static final int ATTEMPTS = 5;

  /** Opens a session. */
  interface Opening<T> {
    T open() throws SQLException;
  }

  /**
   * Opens a session, again if that may help.
   *
   * @throws ExtractionException if it does not
   */
  <T> T open(Opening<T> opening) {
    for (int attempt = 1; ; attempt++) {
      try {
        return opening.open();
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !SqlFaults.isTransient(e)) {
          throw SqlFaults.end("cannot connect to the database", e);
        }
        log.write("retry", "reason", SqlFaults.message(e));
        pause(attempt);
      }
    }
  }

  /**
   * Waits before the next attempt.
   *
   * @throws ExtractionException if the extraction is told to end meanwhile
   */
  void pause(int attempt) {
    long longest = firstPause.toMillis() << (attempt - 1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runnable wake = stopped::countDown;
    stop.onStop(wake);
    try {
      long pause = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
      if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
        stop.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ExtractionException.failed("interrupted", e);
    } finally {
      stop.forget(wake);
    }
  }
}
