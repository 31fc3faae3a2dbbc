package io.exportctl.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Copies the parts of one upload, many at a time, while there is time. */
final class PartCopies {

  /** Maximum number of parts of one file in flight. */
  static final int IN_FLIGHT = 64;

  /** Time that must be left to start another part: one of 5 GiB takes about a minute. */
  static final Duration TO_START = Duration.ofMinutes(2);

  private final TargetParts target;
  private final Executor executor;
  private final Deadline deadline;

  /**
   * @param executor runs at least one part at a time
   */
  PartCopies(TargetParts target, Executor executor, Deadline deadline) {
    this.target = target;
    this.executor = executor;
    this.deadline = deadline;
  }

  /** Lists the parts that an earlier delivery uploaded; empty if the upload is gone. */
  Optional<Map<Integer, CompletedPart>> uploaded(
      SourceVersion version, String uploadId, PartPlan plan) {
    return target.uploaded(version, uploadId, plan);
  }

  /** A part that has been copied. */
  private record Done(int number, CompletedPart part) {}

  /**
   * Copies the missing parts.
   *
   * @param parts uploaded parts by their numbers; each copied part is added
   * @return true if no part is missing any more, false if time ran out
   * @throws RuntimeException the first failure of a part, after the parts in flight have ended
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
            () -> new Done(number, target.copy(version, uploadId, number, plan.range(number))));
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
