package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Acknowledges, retries or dead-letters each message by its outcome, and logs it. An instance
 * serves one invocation and one thread.
 */
final class Settlement {

  /** The queue's {@code maxReceiveCount} in terraform/modules/push. */
  static final int LAST_DELIVERY = 30;

  private final Settings settings;
  private final Queues queues;
  private final Backoff backoff;
  private final Consumer<String> log;

  private final List<Report> reports = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  Settlement(Settings settings, Queues queues, Backoff backoff, Consumer<String> log) {
    this.settings = settings;
    this.queues = queues;
    this.backoff = backoff;
    this.log = log;
  }

  void settle(Report report) {
    Report settled =
        switch (report.outcome().action()) {
          case MOVED, COPIED, REPAIRED, ALREADY_DELIVERED, ABSENT, SWEPT -> report;
          case FAILED -> orLeave(report, this::retryLater);
          case CORRUPTED -> retryLater(report);
          case POSTPONED -> orLeave(report, it -> retry(it, Duration.ZERO));
          case UNFINISHED -> orLeave(report, it -> retry(it, Backoff.LONGEST));
          case HOPELESS -> orLeave(report, this::giveUp);
        };
    reports.add(settled);
    log.accept(settled.line(settings));
  }

  /** Ids of the messages that the queue must keep. */
  List<String> failed() {
    return List.copyOf(failed);
  }

  /** Logs the metrics of all messages settled so far. */
  void logMetrics(Instant now) {
    log.accept(BatchMetrics.line(settings, now, reports));
  }

  /** Acknowledges a failed message if the next sweep finds the file again; without a limit. */
  private static Report orLeave(Report report, UnaryOperator<Report> otherwise) {
    return report instanceof KeyReport file && file.mayBeLeftToTheSweep()
        ? file.withReason(file.outcome().reason() + "; the next sweep finds the file again")
        : otherwise.apply(report);
  }

  private Report giveUp(Report report) {
    String reason = report.outcome().reason();
    return queues.deadLetter(report.message(), reason)
        ? report
        : retryLater(report.withReason(reason + "; not sent to the dead-letter queue"));
  }

  private Report retryLater(Report report) {
    return retry(report, backoff.after(report.message().receiveCount()));
  }

  private Report retry(Report report, Duration delay) {
    if (report.message().receiveCount() >= LAST_DELIVERY) {
      // SQS would dead-letter the message without a reason at its next delivery.
      Report last =
          report.withReason(
              "%s; given up after %d deliveries"
                  .formatted(report.outcome().reason(), report.message().receiveCount()));
      if (queues.deadLetter(last.message(), last.outcome().reason())) {
        return last;
      }
    }
    failed.add(report.message().id());
    queues.hide(report.message(), delay);
    return report;
  }
}
