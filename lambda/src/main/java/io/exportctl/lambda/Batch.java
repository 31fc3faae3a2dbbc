package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The messages of one invocation: keys in parallel, the messages of one key one after the other,
 * each settled as soon as it is done. Used once.
 *
 * <p>A leg of the sweep is one more task beside the keys.
 */
final class Batch {

  /** Parts of large files at a time, of all keys together. */
  static final int PARALLEL_PARTS = 128;

  /** With less left nothing is waited for any more: the answer must be given in time. */
  static final Duration TO_ANSWER = Duration.ofSeconds(10);

  private final Executor threads;
  private final Settings settings;
  private final S3Client s3;
  private final Queues queues;
  private final Settlement settlement;
  private final InstantSource clock;
  private final DoubleSupplier chance;
  private final IntSupplier remainingMillis;

  private final Map<String, List<Work>> bySubject = new LinkedHashMap<>();

  /** A message that can be read, and what it asks for. */
  private record Work(QueueMessage message, Task task) {}

  private record Done(String subject, List<Report> reports) {}

  /**
   * @param threads runs all keys at once, so that a large copy holds up no other; SQS hands over
   *     ten at most
   */
  Batch(
      Executor threads,
      Settings settings,
      S3Client s3,
      Queues queues,
      Settlement settlement,
      InstantSource clock,
      DoubleSupplier chance,
      IntSupplier remainingMillis) {
    this.threads = threads;
    this.settings = settings;
    this.s3 = s3;
    this.queues = queues;
    this.settlement = settlement;
    this.clock = clock;
    this.chance = chance;
    this.remainingMillis = remainingMillis;
  }

  /** Works on the messages and settles each of them. */
  void run(List<QueueMessage> messages) {
    messages.forEach(this::sort);
    if (bySubject.isEmpty()) {
      return;
    }
    // Starts a thread for each part that is waiting, up to its limit; most batches have none.
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
    if (task instanceof ObjectCreated hint && !settings.owns(hint.bucket(), hint.key())) {
      String reason =
          "the file is not under s3://%s/%s".formatted(settings.exportBucket(), settings.prefix());
      settlement.settle(untried(message, Optional.of(hint), Action.HOPELESS, reason));
      return;
    }
    bySubject
        .computeIfAbsent(task.subject(), subject -> new ArrayList<>())
        .add(new Work(message, task));
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
    // A worker that is still waiting for its copy may go on; whatever it does is safe, but the
    // message must not be tried again before that copy has landed.
    all.forEach(worker -> worker.cancel(true));
    bySubject.values().stream()
        .flatMap(List::stream)
        .map(
            work ->
                untried(
                    work.message(),
                    hint(work.task()),
                    Action.UNFINISHED,
                    "still running at the end of the invocation"))
        .forEach(settlement::settle);
  }

  /** What is done next; empty when time has run out. */
  private Optional<Done> await(CompletionService<Done> workers) {
    try {
      long patience = remainingMillis.getAsInt() - TO_ANSWER.toMillis();
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
                it ->
                    it.task() instanceof SweepStep step
                        ? sweep(it.message(), step, parts)
                        : move(it.message(), (ObjectCreated) it.task(), parts))
            .toList());
  }

  private Report sweep(QueueMessage message, SweepStep step, Executor executor) {
    Sweep sweep =
        new Sweep(settings, new KeyCalls(s3), queues, executor, this::isWithin, clock, chance);
    try {
      return sweep.run(message, step);
    } catch (RuntimeException | Error e) { // one message's trouble must not reach another's
      return untried(message, Optional.empty(), Action.FAILED, "unexpected: " + e);
    }
  }

  private Report move(QueueMessage message, ObjectCreated hint, Executor parts) {
    Instant start = clock.instant();
    KeyCalls calls = new KeyCalls(s3);
    ObjectMover mover =
        new ObjectMover(
            settings,
            calls,
            this::isWithin,
            parts,
            hint.key(),
            message.redelivered() || hint.isStale(start));
    Outcome outcome;
    try {
      outcome = mover.move();
    } catch (RuntimeException | Error e) { // one message's trouble must not reach another's
      outcome = Outcome.of(Action.FAILED, "unexpected: " + e);
    }
    return new KeyReport(
        message,
        Optional.of(hint),
        outcome,
        calls.putVersion(),
        calls.requests(),
        mover.conflicts(),
        !calls.mayHavePut(),
        clock.millis() - start.toEpochMilli());
  }

  private boolean isWithin(Duration needed) {
    return remainingMillis.getAsInt() < needed.toMillis();
  }

  private static Optional<ObjectCreated> hint(Task task) {
    return task instanceof ObjectCreated hint ? Optional.of(hint) : Optional.empty();
  }

  /** A report of what was not tried, or not to its end. */
  private static KeyReport untried(
      QueueMessage message, Optional<ObjectCreated> hint, Action action, String reason) {
    return new KeyReport(
        message, hint, Outcome.of(action, reason), Optional.empty(), 0, 0, false, 0);
  }
}
