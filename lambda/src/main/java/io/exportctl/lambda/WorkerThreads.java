package io.exportctl.lambda;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The function's threads, kept from one batch to the next. */
final class WorkerThreads {

  private static final Duration IDLE = Duration.ofSeconds(5);

  private WorkerThreads() {}

  /**
   * As many as there is work at a time: one that is stuck in a copy takes no other's place. A
   * thread for each file cost a quarter of the processor time: the SDK keeps its parser and its
   * digests by thread.
   */
  static Executor start() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE.toSeconds(),
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        WorkerThreads::daemon);
  }

  /** One that does not keep the process from its end. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }
}
