package io.exportctl.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Copies the parts of one upload, many at a time, as long as there is time. */
final class PartCopies {

  /** Parts of one file at a time. */
  static final int IN_FLIGHT = 64;

  /** With less left no further part is started: one of 5 GiB takes about a minute. */
  static final Duration TO_START = Duration.ofMinutes(2);

  private final TargetUpload target;
  private final Executor executor;
  private final Deadline deadline;

  /**
   * @param executor runs at least one part at a time
   */
  PartCopies(TargetUpload target, Executor executor, Deadline deadline) {
    this.target = target;
    this.executor = executor;
    this.deadline = deadline;
  }

  /** A part that has been copied. */
  private record Done(int number, CompletedPart part) {}

  /**
   * Copies the parts that are missing.
   *
   * @param parts by number; those that are there, to which each is added that is copied
   * @return whether all are there now; false when time ran out
   * @throws RuntimeException the first failure of a part, once those in flight have ended
   */
  boolean copy(
      SourceVersion version, PartPlan plan, String uploadId, Map<Integer, CompletedPart> parts) {
    CompletionService<Done> workers = new ExecutorCompletionService<>(executor);
    PrimitiveIterator.OfInt missing =
        IntStream.rangeClosed(1, (int) plan.count())
            .filter(number -> !parts.containsKey(number))
            .iterator();
    Throwable failure = null;
    int inFlight = 0;
    while (true) {
      while (failure == null
          && inFlight < IN_FLIGHT
          && missing.hasNext()
          && !deadline.isWithin(TO_START)) {
        int number = missing.nextInt();
        workers.submit(
            () -> new Done(number, target.copyPart(version, uploadId, number, plan.range(number))));
        inFlight++;
      }
      if (inFlight == 0) {
        break;
      }
      inFlight--;
      try {
        Done done = workers.take().get();
        parts.put(done.number(), done.part());
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw MoveStopped.failed("interrupted at the end of the invocation");
      }
    }
    rethrow(failure);
    return parts.size() == plan.count();
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }
}
