package io.exportctl.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was done for one message: what the log and the metrics tell of it.
 *
 * @param hint the event, unless it could not be read
 * @param requests requests to S3
 * @param conflicts how often the file changed meanwhile
 */
record KeyReport(
    QueueMessage message,
    Optional<ObjectCreated> hint,
    Outcome outcome,
    int requests,
    int conflicts,
    long millis) {

  /** Bytes that reached the target. */
  long bytes() {
    return outcome.version().map(SourceVersion::size).orElse(0L);
  }

  KeyReport because(String reason) {
    return new KeyReport(message, hint, outcome.because(reason), requests, conflicts, millis);
  }

  /** One line of JSON; never anything of a file's content. */
  String line(Settings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("level", outcome.reason().isEmpty() ? outcome.action().level() : raisedLevel());
    fields.put("dataset", settings.dataset());
    fields.put("action", outcome.action().label());
    hint.ifPresent(
        it -> {
          fields.put("source", "s3://" + it.bucket() + "/" + it.key());
          fields.put("target", "s3://" + settings.targetBucket() + "/" + it.key());
        });
    outcome.version().ifPresent(version -> fields.put("version", version.versionId()));
    fields.put("bytes", bytes());
    fields.put("ms", millis);
    fields.put("requests", requests);
    fields.put("attempt", message.receiveCount());
    fields.put("message", message.id());
    if (!outcome.reason().isEmpty()) {
      fields.put("reason", outcome.reason());
    }
    return Json.write(fields);
  }

  /** Success with a remark is a warning, save that a duplicate event is nothing remarkable. */
  private String raisedLevel() {
    return switch (outcome.action()) {
      case MOVED, COPIED, REPAIRED -> "warn";
      case ALREADY_DELIVERED, ABSENT, FAILED, POSTPONED, UNFINISHED, CORRUPTED, HOPELESS ->
          outcome.action().level();
    };
  }
}
