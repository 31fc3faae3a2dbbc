package io.exportctl.lambda;

import java.time.Duration;
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
import java.util.function.IntSupplier;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The messages of one invocation: keys in parallel, the messages of one key one after the other,
 * each settled as soon as it is done. Used once.
 */
final class Batch {

  /** As many as SQS hands over by default: a large copy then holds up no other. */
  static final int PARALLEL = 10;

  /** Parts of large files at a time, of all keys together. */
  static final int PARALLEL_PARTS = 128;

  /** With less left nothing is waited for any more: the answer must be given in time. */
  static final Duration TO_ANSWER = Duration.ofSeconds(10);

  private final Settings settings;
  private final S3Client s3;
  private final Settlement settlement;
  private final InstantSource clock;
  private final IntSupplier remainingMillis;

  private final Map<String, List<QueueMessage>> byKey = new LinkedHashMap<>();

  Batch(
      Settings settings,
      S3Client s3,
      Settlement settlement,
      InstantSource clock,
      IntSupplier remainingMillis) {
    this.settings = settings;
    this.s3 = s3;
    this.settlement = settlement;
    this.clock = clock;
    this.remainingMillis = remainingMillis;
  }

  /** Works on the messages and settles each of them. */
  void run(List<QueueMessage> messages) {
    messages.forEach(this::sort);
    if (byKey.isEmpty()) {
      return;
    }
    ExecutorService keys = Executors.newFixedThreadPool(Math.min(PARALLEL, byKey.size()));
    // Starts a thread for each part that is waiting, up to its limit; most batches have none.
    ExecutorService parts = Executors.newFixedThreadPool(PARALLEL_PARTS);
    try {
      moveAll(new ExecutorCompletionService<>(keys), parts);
    } finally {
      keys.shutdownNow();
      parts.shutdownNow();
    }
  }

  private void sort(QueueMessage message) {
    ObjectCreated hint;
    try {
      hint = ObjectCreated.parse(message.body());
    } catch (IllegalArgumentException e) {
      settlement.settle(untouched(message, Optional.empty(), Action.HOPELESS, e.getMessage()));
      return;
    }
    if (!settings.owns(hint.bucket(), hint.key())) {
      String reason =
          "the file is not under s3://%s/%s/"
              .formatted(settings.exportBucket(), settings.dataset());
      settlement.settle(untouched(message, Optional.of(hint), Action.HOPELESS, reason));
      return;
    }
    byKey.computeIfAbsent(hint.key(), key -> new ArrayList<>()).add(message);
  }

  private void moveAll(CompletionService<List<KeyReport>> workers, Executor parts) {
    byKey.forEach((key, messages) -> workers.submit(() -> moveEach(key, messages, parts)));
    while (!byKey.isEmpty()) {
      List<KeyReport> done = await(workers);
      if (done.isEmpty()) {
        break;
      }
      done.forEach(settlement::settle);
      byKey.remove(done.get(0).hint().orElseThrow().key());
    }
    // A worker that is still waiting for its copy may go on; whatever it does is safe, but the
    // message must not be tried again before that copy has landed.
    byKey.forEach(
        (key, messages) ->
            messages.forEach(
                message ->
                    settlement.settle(
                        untouched(
                            message,
                            Optional.of(new ObjectCreated(settings.exportBucket(), key)),
                            Action.UNFINISHED,
                            "still running at the end of the invocation"))));
  }

  /** The next key's reports; none when time has run out. */
  private List<KeyReport> await(CompletionService<List<KeyReport>> workers) {
    try {
      long patience = remainingMillis.getAsInt() - TO_ANSWER.toMillis();
      Future<List<KeyReport>> next = workers.poll(Math.max(0, patience), TimeUnit.MILLISECONDS);
      return next == null ? List.of() : next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker ended without a report", e);
    }
  }

  private List<KeyReport> moveEach(String key, List<QueueMessage> messages, Executor parts) {
    return messages.stream().map(message -> moveOne(key, message, parts)).toList();
  }

  private KeyReport moveOne(String key, QueueMessage message, Executor parts) {
    long start = clock.millis();
    KeyCalls calls = new KeyCalls(s3);
    ObjectMover mover =
        new ObjectMover(settings, calls, this::isWithin, parts, key, message.redelivered());
    Outcome outcome;
    try {
      outcome = mover.move();
    } catch (RuntimeException | Error e) { // one message's trouble must not reach another's
      outcome = Outcome.of(Action.FAILED, "unexpected: " + e);
    }
    return new KeyReport(
        message,
        Optional.of(new ObjectCreated(settings.exportBucket(), key)),
        outcome,
        calls.requests(),
        mover.conflicts(),
        clock.millis() - start);
  }

  private boolean isWithin(Duration needed) {
    return remainingMillis.getAsInt() < needed.toMillis();
  }

  private static KeyReport untouched(
      QueueMessage message, Optional<ObjectCreated> hint, Action action, String reason) {
    return new KeyReport(message, hint, Outcome.of(action, reason), 0, 0, 0);
  }
}
