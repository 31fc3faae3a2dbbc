package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Makes many short calls, a limited number at a time. */
final class BoundedParallel {

  /** Maximum number of calls at a time: some 1,500 a second, far below the limits of S3 and SQS. */
  private static final int COUNT = 32;

  private BoundedParallel() {}

  /**
   * Calls the function for each item, and returns the results in the same order.
   *
   * @throws RuntimeException of a call, after all threads have ended
   */
  static <T, R> List<R> map(List<T> things, Executor executor, Function<T, R> call) {
    List<CompletableFuture<List<R>>> lanes = new ArrayList<>();
    int length = Math.max(1, (things.size() + COUNT - 1) / COUNT);
    for (int from = 0; from < things.size(); from += length) {
      List<T> lane = things.subList(from, Math.min(things.size(), from + length));
      lanes.add(CompletableFuture.supplyAsync(() -> lane.stream().map(call).toList(), executor));
    }
    try {
      CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new)).join();
      return lanes.stream().flatMap(lane -> lane.join().stream()).toList();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(CompletionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException failure ? failure : e;
  }
}
