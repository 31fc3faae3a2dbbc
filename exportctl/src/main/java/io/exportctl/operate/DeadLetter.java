package io.exportctl.operate;

import io.exportctl.text.JsonReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Message of a dead-letter queue.
 *
 * @param subject bucket and key with a slash between, or the message itself if it names no file
 * @param time of the event, if it tells one
 */
record DeadLetter(String subject, Optional<Instant> time) {

  /** Reads an event of S3, as EventBridge sends it and the mover's hints have it. */
  static DeadLetter of(String body) {
    Map<?, ?> event =
        JsonReader.read(body).orElse(Map.of()) instanceof Map<?, ?> map ? map : Map.of();
    Optional<Instant> time = time(event.get("time"));
    if (event.get("detail") instanceof Map<?, ?> detail
        && text(detail, "object", "key").isPresent()) {
      String bucket = text(detail, "bucket", "name").orElse("?");
      return new DeadLetter(bucket + "/" + text(detail, "object", "key").get(), time);
    }
    return new DeadLetter(body, time);
  }

  private static Optional<String> text(Map<?, ?> map, String object, String member) {
    return map.get(object) instanceof Map<?, ?> inner && inner.get(member) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Instant> time(Object value) {
    try {
      return value instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
