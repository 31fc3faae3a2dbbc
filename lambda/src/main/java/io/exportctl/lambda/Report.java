package io.exportctl.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was done for one message: what the queue, the log and the metrics are told of it. */
sealed interface Report permits KeyReport, SweepReport {

  QueueMessage message();

  Outcome outcome();

  /** The same with another reason. */
  Report because(String reason);

  /** How many requests it took. */
  int requests();

  long millis();

  /** What is told of this kind of message alone, in the order of the log. */
  Map<String, Object> details(Settings settings);

  /** One line of JSON; never anything of a file's content. */
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
