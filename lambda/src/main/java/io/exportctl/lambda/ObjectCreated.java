package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The event that a message holds: a hint to look at a key, and no more; what it says of the object
 * may be out of date. The key is as it is, not URL-encoded as in a bucket's own notifications.
 *
 * <p>The kind of the event is not looked at: a restored object, or a hint that somebody sends by
 * hand, is as good a reason to look.
 *
 * @param time when the event happened, if it says so
 * @param swept whether it is the sweep that found the file
 */
record ObjectCreated(String bucket, String key, Optional<Instant> time, boolean swept)
    implements Task {

  private static final String SWEEP = "exportctl.sweep";

  /** Older events may have been tried and given up before; longer than one try can take. */
  private static final Duration FRESH = Duration.ofHours(1);

  @Override
  public String subject() {
    return key;
  }

  /**
   * Whether this may be a dead letter that was moved back: its receive count starts anew then, and
   * SQS, which gave it up, leaves no other trace.
   */
  boolean isStale(Instant now) {
    return time.isPresent() && time.get().isBefore(now.minus(FRESH));
  }

  /**
   * Reads an EventBridge event of S3.
   *
   * @throws IllegalArgumentException if the fields are not those of one
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

  /** The body of a message that has the mover look at a file, in the form of S3's events. */
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
