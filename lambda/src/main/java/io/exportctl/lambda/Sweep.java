package io.exportctl.lambda;

import io.exportctl.lambda.Leftovers.LeftBehind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Finds what the events missed: looks through the dataset's prefix and tells the queue of the files
 * that should be gone, or, where files are kept, of those that bear no mark of delivery. It moves
 * nothing itself. Made for one message and used once.
 *
 * <p>It tells of no more files than the queue has room for: a mass of files that cannot be exported
 * is not tried again as a whole every hour. Chance decides of which, so that each has its turn.
 */
final class Sweep {

  /** A queue that holds so many messages has work enough and is sent no hints. */
  static final int ROOM = 2 * Leftovers.CAPACITY;

  /** With less left no further page is listed: to look for marks and send hints takes minutes. */
  static final Duration TO_FINISH = Duration.ofMinutes(5);

  private final Settings settings;
  private final KeyCalls calls;
  private final Queues queues;
  private final Executor executor;
  private final Deadline deadline;
  private final InstantSource clock;
  private final DoubleSupplier chance;
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param executor runs the many short calls
   * @param chance numbers from 0 (included) to 1 (excluded)
   */
  Sweep(
      Settings settings,
      KeyCalls calls,
      Queues queues,
      Executor executor,
      Deadline deadline,
      InstantSource clock,
      DoubleSupplier chance) {
    this.settings = settings;
    this.calls = calls;
    this.queues = queues;
    this.executor = executor;
    this.deadline = deadline;
    this.clock = clock;
    this.chance = chance;
  }

  /** Goes one leg: to the end of the prefix, or as far as the time allows. */
  SweepReport run(QueueMessage message, SweepStep step) {
    Instant start = clock.instant();
    try {
      return go(message, step, start);
    } catch (MoveStopped e) {
      return nothingFound(message, e.outcome(), start);
    } catch (SdkException e) {
      return nothingFound(message, Outcome.of(Action.FAILED, calls.explain(e)), start);
    }
  }

  private SweepReport go(QueueMessage message, SweepStep step, Instant start) {
    if (deadline.isWithin(TO_FINISH)) {
      throw MoveStopped.postponed("too little time is left of this invocation");
    }
    Leftovers files = new Leftovers(start, step.minimumAge(), chance);
    Optional<String> rest = list(step.token(), files);
    long listed = files.listed();
    if (settings.keepFiles()) {
      files = new KeptFiles(settings, calls, executor).undelivered(files);
    }
    int hinted = hint(files.chosen(), rest.isEmpty(), start);

    SweepStep done = step.with(files.count(), files.oldest());
    // Last of all: a crash before it repeats this leg, and does not split the sweep in two.
    rest.ifPresent(token -> goOn(done, token));
    return new SweepReport(
        message,
        Outcome.of(Action.SWEPT, String.join("; ", remarks)),
        rest.isEmpty(),
        listed,
        done.waiting(),
        done.oldest().map(it -> Duration.between(it, start).toSeconds()).orElse(0L),
        hinted,
        calls.requests(),
        clock.millis() - start.toEpochMilli());
  }

  /** Lists files; returns where the rest begins if time ran out. */
  private Optional<String> list(Optional<String> from, Leftovers files) {
    Optional<String> next = from;
    do {
      ListObjectsV2Response page =
          calls.listObjectsV2(
              ListObjectsV2Request.builder()
                  .bucket(settings.exportBucket())
                  .prefix(settings.prefix())
                  // XML cannot hold every character that a key may have; the SDK decodes it.
                  .encodingType(EncodingType.URL)
                  .continuationToken(next.orElse(null))
                  .build());
      page.contents().forEach(file -> files.add(file.key(), file.lastModified()));
      // A page may be empty and not the last, where S3 met with delete markers only.
      next = Optional.ofNullable(page.nextContinuationToken());
    } while (next.isPresent() && !deadline.isWithin(TO_FINISH));
    return next;
  }

  /** Returns how many hints were sent. A leg that is not the last leaves half of the room. */
  private int hint(List<LeftBehind> files, boolean last, Instant now) {
    if (files.isEmpty()) {
      return 0;
    }
    OptionalInt held = queues.size();
    if (held.isEmpty()) {
      remarks.add("no hints were sent: the queue does not tell how many messages it holds");
      return 0;
    }
    int room = Math.max(0, ROOM - held.getAsInt());
    List<String> hints =
        files.stream()
            .limit(last ? room : room / 2)
            .map(it -> ObjectCreated.hint(settings.exportBucket(), it.key(), now))
            .toList();
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < hints.size(); from += Queues.BATCH) {
      batches.add(hints.subList(from, Math.min(hints.size(), from + Queues.BATCH)));
    }
    int sent =
        BoundedParallel.map(batches, executor, queues::send).stream()
            .mapToInt(Integer::intValue)
            .sum();
    if (sent < hints.size()) {
      remarks.add("%d hints could not be sent".formatted(hints.size() - sent));
    }
    return sent;
  }

  private void goOn(SweepStep done, String token) {
    if (done.isLast()) {
      remarks.add("the prefix is too large for one sweep: its end was not looked at");
    } else if (queues.send(List.of(done.next(token).body())) == 0) {
      throw MoveStopped.failed("the next leg of the sweep could not be sent");
    }
  }

  private SweepReport nothingFound(QueueMessage message, Outcome outcome, Instant start) {
    return new SweepReport(
        message,
        outcome,
        false,
        0,
        0,
        0,
        0,
        calls.requests(),
        clock.millis() - start.toEpochMilli());
  }
}
