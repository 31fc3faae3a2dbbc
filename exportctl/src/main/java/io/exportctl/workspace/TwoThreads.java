package io.exportctl.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * The same work for each of many things, the second half of them on a second thread: the results
 * are in the same order as on one. For fewer, a thread costs more than it saves.
 */
public final class TwoThreads {

  /** With fewer things there is one thread. */
  public static final int FEWEST = 300;

  private TwoThreads() {}

  /**
   * Does the work.
   *
   * @param work that depends on nothing that another does
   */
  public static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    if (things.size() < FEWEST || Runtime.getRuntime().availableProcessors() == 1) {
      return mapAll(things, work);
    }
    int middle = things.size() / 2;
    FutureTask<List<R>> second =
        new FutureTask<>(() -> mapAll(things.subList(middle, things.size()), work));
    new Thread(second, "second half").start();
    List<R> results = new ArrayList<>(things.size());
    results.addAll(mapAll(things.subList(0, middle), work));
    results.addAll(await(second));
    return results;
  }

  private static <T, R> List<R> mapAll(List<T> things, Function<T, R> work) {
    List<R> results = new ArrayList<>(things.size());
    for (T thing : things) {
      results.add(work.apply(thing));
    }
    return results;
  }

  private static <R> R await(FutureTask<R> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      // As it would have been thrown on the one thread.
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }
}
