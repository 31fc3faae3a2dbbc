package io.exportctl.lambda;

/** What was done for one message: what the queue, the log and the metrics are told of it. */
sealed interface Report permits KeyReport, SweepReport {

  QueueMessage message();

  Outcome outcome();

  /** The same with another reason. */
  Report because(String reason);

  /** One line of JSON; never anything of a file's content. */
  String line(Settings settings);
}
