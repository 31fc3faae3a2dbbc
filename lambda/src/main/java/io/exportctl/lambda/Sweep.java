package io.exportctl.lambda;

import io.exportctl.lambda.Leftovers.LeftBehind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Finds files whose events were lost. It lists the dataset's prefix, and sends hints to the queue
 * for the files that should be gone or, if the dataset keeps its files, are not marked as
 * delivered. It moves nothing itself. An instance serves one message.
 *
 * <p>The number of hints is limited by the room in the queue, so that a mass of files that cannot
 * be exported is not retried as a whole every hour. The files are chosen at random, so that each
 * has its turn.
 */
final class Sweep {

  /** Number of messages in the queue from which on no hints are sent. */
  static final int ROOM = 2 * Leftovers.CAPACITY;

  /** Time that must be left to list another page: reading marks and sending hints take minutes. */
  static final Duration TO_FINISH = Duration.ofMinutes(5);

  private final Invocation invocation;
  private final Settings settings;
  private final KeyCalls calls;
  private final Queues queues;
  private final Executor executor;
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param executor runs the many short calls
   */
  Sweep(Invocation invocation, KeyCalls calls, Queues queues, Executor executor) {
    this.invocation = invocation;
    this.settings = invocation.settings();
    this.calls = calls;
    this.queues = queues;
    this.executor = executor;
  }

  /** Runs one step: to the end of the prefix, or as far as the time allows. */
  SweepReport run(QueueMessage message, SweepStep step) {
    Instant start = invocation.clock().instant();
    try {
      return runInTime(message, step, start);
    } catch (MoveStopped e) {
      return report(message, e.outcome(), SweepReport.Findings.NONE, start);
    } catch (SdkException e) {
      Outcome failed = Outcome.of(Action.FAILED, calls.explain(e));
      return report(message, failed, SweepReport.Findings.NONE, start);
    }
  }

  private SweepReport runInTime(QueueMessage message, SweepStep step, Instant start) {
    if (invocation.isWithin(TO_FINISH)) {
      throw MoveStopped.postponed("too little time is left of this invocation");
    }
    Leftovers files = new Leftovers(start, step.minimumAge(), invocation.chance());
    Optional<String> rest = list(step.token(), files);
    long listed = files.listed();
    if (settings.keepFiles()) {
      KeptFiles kept = new KeptFiles(settings, calls, executor);
      files = kept.undelivered(files);
      kept.remark().ifPresent(remarks::add);
    }
    int hinted = hint(files.chosen(), rest.isEmpty(), start);

    SweepStep done = step.with(files.count(), files.oldest());
    // Last: a crash before this point repeats the step, rather than split the sweep in two.
    rest.ifPresent(token -> sendNext(done, token));
    return report(
        message,
        Outcome.of(Action.SWEPT, String.join("; ", remarks)),
        new SweepReport.Findings(
            rest.isEmpty(),
            listed,
            done.waiting(),
            done.oldest().map(it -> Duration.between(it, start).toSeconds()).orElse(0L),
            hinted),
        start);
  }

  /** Lists files; returns a continuation token if time ran out. */
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
      // A page of delete markers only is empty without being the last.
      next = Optional.ofNullable(page.nextContinuationToken());
    } while (next.isPresent() && !invocation.isWithin(TO_FINISH));
    return next;
  }

  /** Returns the number of hints sent. A step that is not the last leaves half of the room. */
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

  private void sendNext(SweepStep done, String token) {
    if (done.isLast()) {
      remarks.add("the prefix is too large for one sweep: its end was not looked at");
    } else if (queues.send(List.of(done.next(token).body())) == 0) {
      throw MoveStopped.failed("the next step of the sweep could not be sent");
    }
  }

  private SweepReport report(
      QueueMessage message, Outcome outcome, SweepReport.Findings findings, Instant start) {
    long millis = invocation.clock().millis() - start.toEpochMilli();
    return new SweepReport(message, outcome, findings, calls.requests(), millis);
  }
}
