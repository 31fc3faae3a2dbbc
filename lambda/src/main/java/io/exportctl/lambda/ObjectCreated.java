package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The event in a message: a hint to look at a key, since the event's data may be out of date. The
 * key is not URL-encoded, unlike in a bucket's own notifications.
 *
 * <p>The type of the event is ignored: a restored object, or a hint that somebody sends by hand, is
 * as good a reason to look.
 *
 * @param time of the event, if given
 * @param swept true if the hint comes from the sweep
 */
record ObjectCreated(String bucket, String key, Optional<Instant> time, boolean swept)
    implements Task {

  private static final String SWEEP = "exportctl.sweep";

  /**
   * Age from which on an event may have been dead-lettered before; longer than one attempt can
   * take.
   */
  private static final Duration FRESH = Duration.ofHours(1);

  @Override
  public String subject() {
    return key;
  }

  /**
   * Returns true if this may be a dead letter that was moved back: its receive count starts again
   * then, and SQS leaves no other trace.
   */
  boolean isStale(Instant now) {
    return time.isPresent() && time.get().isBefore(now.minus(FRESH));
  }

  /**
   * Parses an EventBridge event of S3.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static ObjectCreated from(Map<String, Object> event) {
    if (event.get("detail") instanceof Map<?, ?> detail
        && detail.get("bucket") instanceof Map<?, ?> bucket
        && detail.get("object") instanceof Map<?, ?> object
        && bucket.get("name") instanceof String name
        && object.get("key") instanceof String key) {
      return new ObjectCreated(
          name, key, instant(event.get("time")), SWEEP.equals(event.get("source")));
    }
    throw new IllegalArgumentException(
        "the message has no detail.bucket.name and detail.object.key");
  }

  /** Renders the body of a hint, in the form of S3's events. */
  static String hint(String bucket, String key, Instant now) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("source", SWEEP);
    event.put("detail-type", "Object Left Behind");
    event.put("time", now.toString());
    event.put("detail", Map.of("bucket", Map.of("name", bucket), "object", Map.of("key", key)));
    return Json.write(event);
  }

  private static Optional<Instant> instant(Object time) {
    try {
      return time instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
