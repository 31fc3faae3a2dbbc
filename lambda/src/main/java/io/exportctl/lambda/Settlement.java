package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What follows from the outcome of each message: acknowledged, retried later or dead-lettered, and
 * told to the log. For one invocation and one thread.
 */
final class Settlement {

  private final Settings settings;
  private final Queues queues;
  private final Backoff backoff;
  private final Consumer<String> log;

  private final List<KeyReport> reports = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  Settlement(Settings settings, Queues queues, Backoff backoff, Consumer<String> log) {
    this.settings = settings;
    this.queues = queues;
    this.backoff = backoff;
    this.log = log;
  }

  void settle(KeyReport report) {
    KeyReport settled = report;
    switch (report.outcome().action()) {
      case MOVED, COPIED, REPAIRED, ALREADY_DELIVERED, ABSENT -> {}
      case FAILED, CORRUPTED -> retryLater(report.message());
      case POSTPONED -> retry(report.message(), Duration.ZERO);
      case UNFINISHED -> retry(report.message(), Backoff.LONGEST);
      case HOPELESS -> {
        String reason = report.outcome().reason();
        if (!queues.deadLetter(report.message(), reason)) {
          settled = report.because(reason + "; not sent to the dead-letter queue");
          retryLater(report.message());
        }
      }
    }
    reports.add(settled);
    log.accept(settled.line(settings));
  }

  /** The ids of the messages that the queue must keep. */
  List<String> failed() {
    return List.copyOf(failed);
  }

  /** Logs the numbers of everything settled so far. */
  void logMetrics(Instant now) {
    log.accept(BatchMetrics.line(settings, now, reports));
  }

  private void retryLater(QueueMessage message) {
    retry(message, backoff.after(message.receiveCount()));
  }

  private void retry(QueueMessage message, Duration delay) {
    failed.add(message.id());
    queues.hide(message, delay);
  }
}
