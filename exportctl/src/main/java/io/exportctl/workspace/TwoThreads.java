package io.exportctl.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The same work for each of many things, on two threads that each take the next as soon as they are
 * free: the results are in the same order as on one. For few, a thread costs more than it saves.
 */
public final class TwoThreads {

  /** With fewer things there is one thread. */
  public static final int FEWEST = 300;

  private TwoThreads() {}

  /**
   * Does the work; what takes long is best among the first.
   *
   * @param work that depends on nothing that another does, and that may be done again
   */
  public static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    if (things.size() < FEWEST || Runtime.getRuntime().availableProcessors() == 1) {
      return mapAll(things, work);
    }
    List<R> results = new ArrayList<>(Collections.nCopies(things.size(), null));
    AtomicInteger next = new AtomicInteger();
    Runnable untilNoneIsLeft =
        () -> {
          for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
            results.set(i, work.apply(things.get(i)));
          }
        };
    FutureTask<Boolean> second = new FutureTask<>(untilNoneIsLeft, true);
    new Thread(second, "second").start();
    FutureTask<Boolean> first = new FutureTask<>(untilNoneIsLeft, true);
    first.run();
    // Which failure comes first on two threads is chance; on one it is always the same.
    return succeeds(first) && succeeds(second) ? results : mapAll(things, work);
  }

  private static <T, R> List<R> mapAll(List<T> things, Function<T, R> work) {
    List<R> results = new ArrayList<>(things.size());
    for (T thing : things) {
      results.add(work.apply(thing));
    }
    return results;
  }

  private static boolean succeeds(FutureTask<Boolean> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      return false;
    }
  }
}
