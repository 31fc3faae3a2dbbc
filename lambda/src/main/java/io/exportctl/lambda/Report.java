package io.exportctl.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/** The work on one message, for the queue, the log and the metrics. */
sealed interface Report permits KeyReport, SweepReport {

  QueueMessage message();

  Outcome outcome();

  /** A copy with another reason. */
  Report withReason(String reason);

  /** Number of requests to S3. */
  int requests();

  long millis();

  /** Fields of the log line that only this kind of message has, in their order. */
  Map<String, Object> details(Settings settings);

  /** The log line, as JSON; it never contains file contents. */
  default String line(Settings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("level", outcome().level());
    fields.put("dataset", settings.dataset());
    fields.put("action", outcome().action().label());
    fields.putAll(details(settings));
    fields.put("ms", millis());
    fields.put("requests", requests());
    fields.put("attempt", message().receiveCount());
    fields.put("message", message().id());
    if (!outcome().reason().isEmpty()) {
      fields.put("reason", outcome().reason());
    }
    return Json.write(fields);
  }
}
