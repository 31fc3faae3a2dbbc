package io.exportctl.landing.extractor.run;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Thread that tells from time to time how many rows were read. */
final class Progress implements AutoCloseable {

  private static final Duration SHOWN_EVERY = Duration.ofSeconds(1);

  private final long estimate;
  private final Log log;
  private final Duration period;
  private final LongAdder rows = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Thread thread = new Thread(this::tell, "progress");

  private Progress(long estimate, Log log, Duration period) {
    this.estimate = estimate;
    this.log = log;
    this.period = period;
  }

  /**
   * Starts the thread.
   *
   * @param estimate number of all rows; 0 if it is not known
   * @param period between two lines of the log
   */
  static Progress start(long estimate, Log log, Duration period) {
    Progress progress = new Progress(estimate, log, period);
    progress.thread.setDaemon(true);
    progress.thread.start();
    return progress;
  }

  /**
   * Counts rows.
   *
   * @param jsonBytes their size; negative, like the rows, for rows that are read again
   */
  void add(long moreRows, long jsonBytes) {
    rows.add(moreRows);
    bytes.add(jsonBytes);
  }

  private void tell() {
    Duration pause = log.hasTerminal() && SHOWN_EVERY.compareTo(period) < 0 ? SHOWN_EVERY : period;
    long written = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(pause.toMillis());
        log.show(text());
        if (System.nanoTime() - written >= period.toNanos()) {
          write();
          written = System.nanoTime();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    log.write("progress", "rows", rows.sum(), "estimate", estimate, "jsonBytes", bytes.sum());
  }

  /** Numbers for a person; without the estimate once there are more rows than that. */
  private String text() {
    long done = rows.sum();
    long mebibytes = bytes.sum() >> 20;
    return done > estimate
        ? String.format(Locale.ROOT, "%,d rows, %,d MiB of JSON", done, mebibytes)
        : String.format(
            Locale.ROOT,
            "%,d of about %,d rows (%d %%), %,d MiB of JSON",
            done,
            estimate,
            done * 100 / Math.max(1, estimate),
            mebibytes);
  }

  @Override
  public void close() {
    thread.interrupt();
    log.erase();
  }
}
