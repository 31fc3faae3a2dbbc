package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.source.Coordinator;
import io.exportctl.landing.extractor.source.LockWaits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Thread that ends the extraction if somebody waits too long for one of its locks, such as a
 * migration behind which all readers of a table would queue, or if the extraction takes too long.
 */
final class LockWatch implements AutoCloseable {

  private static final Duration LONGEST_PERIOD = Duration.ofSeconds(5);

  private final Options options;
  private final LockWaits waits;
  private final Stop stop;
  private final Thread thread = new Thread(this::watch, "lock-watch");
  private final long deadline;

  private LockWatch(Options options, long deadline, LockWaits waits, Stop stop) {
    this.options = options;
    this.deadline = deadline;
    this.waits = waits;
    this.stop = stop;
  }

  /**
   * Starts the thread.
   *
   * @param deadline in the nanoseconds of {@link System#nanoTime}
   */
  static LockWatch start(Options options, long deadline, Stop stop) throws SQLException {
    LockWaits waits =
        LockWaits.open(options.database(), Coordinator.application(options.dataset()));
    LockWatch watch = new LockWatch(options, deadline, waits, stop);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    long period =
        Math.min(
            LONGEST_PERIOD.toMillis(), Math.max(100, options.times().yieldAfter().toMillis() / 2));
    Map<Integer, Long> since = new HashMap<>();
    try {
      while (true) {
        long now = System.nanoTime();
        Set<Integer> waiting = waits.find();
        since.keySet().retainAll(waiting);
        waiting.forEach(pid -> since.putIfAbsent(pid, now));
        since.forEach((pid, first) -> yieldTo(pid, now - first));
        if (now - deadline > 0) {
          stop.because(
              ExtractionException.failed(
                  "not done within %d minutes; raise EXTRACT_MAX_MINUTES, or leave out tables"
                      .formatted(options.times().max().toMinutes())));
        }
        Thread.sleep(period);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      if (!thread.isInterrupted()) {
        // Without this watch, somebody could wait for hours; and mostly the server was restarted.
        String message = "the session that watches over locks was lost: " + SqlFaults.message(e);
        stop.because(
            SqlFaults.isTransient(e)
                ? ExtractionException.snapshotLost(message, e)
                : ExtractionException.failed(message, e));
      }
    }
  }

  private void yieldTo(int pid, long nanos) {
    if (nanos > options.times().yieldAfter().toNanos()) {
      stop.because(
          ExtractionException.gaveWay(
              "gave way to process %d of the server, which waited for a lock for %d seconds"
                  .formatted(pid, Duration.ofNanos(nanos).toSeconds())));
    }
  }

  @Override
  public void close() throws SQLException {
    thread.interrupt();
    waits.close();
  }
}
