package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Works on the messages of one invocation: on keys in parallel, on the messages of one key one
 * after the other. Each message is settled as soon as its work is done. A step of the sweep counts
 * as one more key. An instance is used once.
 */
final class Batch {

  /** Maximum number of parts in flight, of all keys together. */
  static final int PARALLEL_PARTS = 128;

  /** Time that must be left for the answer; work that is still running then is not awaited. */
  static final Duration TO_ANSWER = Duration.ofSeconds(10);

  private final Executor threads;
  private final Invocation invocation;
  private final S3Client s3;
  private final Queues queues;
  private final Settlement settlement;

  private final Map<String, List<Work>> bySubject = new LinkedHashMap<>();

  /**
   * A readable message and its task.
   *
   * @param calls client for the work on this message
   */
  private record Work(QueueMessage message, Task task, KeyCalls calls) {}

  private record Done(String subject, List<Report> reports) {}

  /**
   * @param threads runs all keys at once, so that a large copy does not hold up the others; SQS
   *     delivers at most ten messages
   */
  Batch(
      Executor threads, Invocation invocation, S3Client s3, Queues queues, Settlement settlement) {
    this.threads = threads;
    this.invocation = invocation;
    this.s3 = s3;
    this.queues = queues;
    this.settlement = settlement;
  }

  /** Works on the messages and settles each of them. */
  void run(List<QueueMessage> messages) {
    messages.forEach(this::sort);
    if (bySubject.isEmpty()) {
      return;
    }
    // Starts threads on demand; most batches have no large file.
    ExecutorService parts = Executors.newFixedThreadPool(PARALLEL_PARTS);
    try {
      doAll(new ExecutorCompletionService<>(threads), parts);
    } finally {
      parts.shutdownNow();
    }
  }

  private void sort(QueueMessage message) {
    Task task;
    try {
      task = Task.parse(message.body());
    } catch (IllegalArgumentException e) {
      settlement.settle(untried(message, Optional.empty(), Action.HOPELESS, e.getMessage()));
      return;
    }
    if (task instanceof ObjectCreated hint
        && !invocation.settings().owns(hint.bucket(), hint.key())) {
      String reason =
          "the file is not under s3://%s/%s"
              .formatted(invocation.settings().exportBucket(), invocation.settings().prefix());
      settlement.settle(untried(message, Optional.of(hint), Action.HOPELESS, reason));
      return;
    }
    bySubject
        .computeIfAbsent(task.subject(), subject -> new ArrayList<>())
        .add(new Work(message, task, new KeyCalls(s3, invocation.settings())));
  }

  private void doAll(CompletionService<Done> workers, Executor parts) {
    List<Future<Done>> all = new ArrayList<>();
    bySubject.forEach(
        (subject, work) -> all.add(workers.submit(() -> doEach(subject, work, parts))));
    while (!bySubject.isEmpty()) {
      Optional<Done> done = await(workers);
      if (done.isEmpty()) {
        break;
      }
      done.get().reports().forEach(settlement::settle);
      bySubject.remove(done.get().subject());
    }
    // A worker that still waits for its copy may continue, which is safe; but the message must not
    // be delivered again before that copy has landed.
    all.forEach(worker -> worker.cancel(true));
    bySubject.values().stream()
        .flatMap(List::stream)
        .map(Batch::unfinished)
        .forEach(settlement::settle);
  }

  /** Waits for the next key that is done; empty if time has run out. */
  private Optional<Done> await(CompletionService<Done> workers) {
    try {
      long patience = invocation.remainingMillis().getAsInt() - TO_ANSWER.toMillis();
      Future<Done> next = workers.poll(Math.max(0, patience), TimeUnit.MILLISECONDS);
      return next == null ? Optional.empty() : Optional.of(next.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker ended without a report", e);
    }
  }

  private Done doEach(String subject, List<Work> work, Executor parts) {
    return new Done(
        subject,
        work.stream()
            .map(
                one ->
                    one.task() instanceof SweepStep step
                        ? sweep(one, step, parts)
                        : move(one, (ObjectCreated) one.task(), parts))
            .toList());
  }

  private Report sweep(Work work, SweepStep step, Executor executor) {
    Sweep sweep = new Sweep(invocation, work.calls(), queues, executor);
    try {
      return sweep.run(work.message(), step);
    } catch (RuntimeException | Error e) { // must not fail the other messages
      return untried(work.message(), Optional.empty(), Action.FAILED, "unexpected: " + e);
    }
  }

  private Report move(Work work, ObjectCreated hint, Executor parts) {
    Instant start = invocation.clock().instant();
    QueueMessage message = work.message();
    KeyCalls calls = work.calls();
    Delivery delivery = new Delivery(hint.key(), message.redelivered() || hint.isStale(start));
    ObjectMover mover = new ObjectMover(invocation.settings(), calls, invocation, parts, delivery);
    Outcome outcome;
    try {
      outcome = mover.move();
    } catch (RuntimeException | Error e) { // must not fail the other messages
      outcome = Outcome.of(Action.FAILED, "unexpected: " + e);
    }
    long millis = invocation.clock().millis() - start.toEpochMilli();
    return new KeyReport(
        message, Optional.of(hint), outcome, KeyReport.Effort.of(calls, mover.conflicts(), millis));
  }

  /** Reports work that is not awaited any longer. */
  private static KeyReport unfinished(Work work) {
    Optional<ObjectCreated> hint =
        work.task() instanceof ObjectCreated it ? Optional.of(it) : Optional.empty();
    work.calls().stop();
    return new KeyReport(
        work.message(),
        hint,
        Outcome.of(Action.UNFINISHED, "still running at the end of the invocation"),
        KeyReport.Effort.of(work.calls(), 0, 0));
  }

  /** Reports a message on which no work was done. */
  private static KeyReport untried(
      QueueMessage message, Optional<ObjectCreated> hint, Action action, String reason) {
    return new KeyReport(message, hint, Outcome.of(action, reason), KeyReport.Effort.UNKNOWN);
  }
}
