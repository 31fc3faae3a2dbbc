package io.exportctl.source.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish to end the process, as by SIGTERM, which waits until the work has ended. */
final class Shutdown implements AutoCloseable {

  private final CountDownLatch wished = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private Shutdown(Duration most) {
    this.hook = new Thread(() -> askAndWait(most), "shutdown");
  }

  /**
   * Starts to listen.
   *
   * @param most time that the process waits before it ends anyway
   */
  static Shutdown listen(Duration most) {
    Shutdown shutdown = new Shutdown(most);
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  private void askAndWait(Duration most) {
    wished.countDown();
    try {
      if (!ended.await(most.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("store: ends before its work did; what was cut off is due again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits; returns true once the process is to end. */
  boolean isWishedWithin(Duration time) throws InterruptedException {
    return wished.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Tells that the work has ended. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending.
    }
  }
}
