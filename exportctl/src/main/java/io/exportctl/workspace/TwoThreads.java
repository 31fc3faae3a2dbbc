package io.exportctl.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * Does the work: the first thing alone, what takes long is best among those after it. Where it
   * fails, nothing more is begun, and the failure is that of one thread: of the first thing that
   * fails.
   *
   * @param work that depends on nothing that another does
   */
  public static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    if (things.size() < FEWEST) {
      return mapAll(things, work);
    }
    // Alone, so that both threads find linked what it links: where two come to a lambda at once,
    // Java takes its class out of the archive for one, and makes it anew for the other.
    R first = work.apply(things.get(0));
    List<R> results = new ArrayList<>(things.size());
    results.add(first);
    results.addAll(map(things.subList(1, things.size()), things.size(), work));
    return results;
  }

  /**
   * Does the work; what takes long is best among the first.
   *
   * @param size of all of it, where each of a few things is worked out from many others
   */
  public static <T, R> List<R> map(List<T> things, int size, Function<T, R> work) {
    if (size < FEWEST || Runtime.getRuntime().availableProcessors() == 1) {
      return mapAll(things, work);
    }
    List<R> results = new ArrayList<>(Collections.nCopies(things.size(), null));
    SortedMap<Integer, Throwable> failures = Collections.synchronizedSortedMap(new TreeMap<>());
    AtomicInteger next = new AtomicInteger();
    Runnable untilNoneIsLeft =
        () -> {
          for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
            try {
              results.set(i, work.apply(things.get(i)));
            } catch (RuntimeException | Error e) {
              failures.put(i, e);
              next.set(things.size());
            }
          }
        };
    Thread second = new Thread(untilNoneIsLeft, "second");
    second.start();
    untilNoneIsLeft.run();
    join(second);
    if (!failures.isEmpty()) {
      throw unchecked(failures.get(failures.firstKey()));
    }
    return results;
  }

  private static <T, R> List<R> mapAll(List<T> things, Function<T, R> work) {
    List<R> results = new ArrayList<>(things.size());
    for (T thing : things) {
      results.add(work.apply(thing));
    }
    return results;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}
