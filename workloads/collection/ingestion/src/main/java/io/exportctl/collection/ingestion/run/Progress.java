package io.exportctl.collection.ingestion.run;

import java.io.PrintStream;
import java.time.LocalDate;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.JavaSparkStatusTracker;
import org.apache.spark.sql.SparkSession;

/** Shows on a terminal what a run is doing, on a line that is rewritten. */
public final class Progress implements RunObserver, AutoCloseable {

  /** Moves to the start of a terminal's line and erases it. */
  private static final String ERASE = "\r\u001b[K";

  private static final long PAUSE_MILLIS = 300;

  private final JavaSparkStatusTracker tracker;
  private final PrintStream terminal;
  private final Thread thread = new Thread(this::show, "progress");
  private volatile String doing = "listing files";

  private Progress(JavaSparkStatusTracker tracker, PrintStream terminal) {
    this.tracker = tracker;
    this.terminal = terminal;
  }

  /** Starts to show the progress of a session. */
  public static Progress start(SparkSession spark, PrintStream terminal) {
    Progress progress =
        new Progress(
            JavaSparkContext.fromSparkContext(spark.sparkContext()).statusTracker(), terminal);
    progress.thread.setDaemon(true);
    progress.thread.start();
    return progress;
  }

  @Override
  public void reached(LocalDate date, RunStep step) {
    String next =
        switch (step) {
          case LISTED -> "preparing the tables";
          case STARTED -> "reading files";
          case STAGED -> "listing files again";
          case UNCHANGED, JUDGED -> "publishing";
          case PUBLISHED, BRANCH_DROPPED -> "updating the tables made of it";
          case MERGED, REDACTED, JSON_LINES_WRITTEN -> "updating what is made of it";
          case LETTERS_CLEANED, COMPLETED -> "done";
        };
    doing = date + ": " + next;
  }

  private void show() {
    try {
      while (true) {
        print(doing + tasks());
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String tasks() {
    int all = 0;
    int done = 0;
    for (int stage : tracker.getActiveStageIds()) {
      SparkStageInfo info = tracker.getStageInfo(stage);
      if (info != null) {
        all += info.numTasks();
        done += info.numCompletedTasks();
      }
    }
    return all == 0 ? "" : ", %d of %d tasks".formatted(done, all);
  }

  private void print(String text) {
    terminal.print(ERASE + text);
    terminal.flush();
  }

  @Override
  public void close() {
    thread.interrupt();
    print("");
  }
}
