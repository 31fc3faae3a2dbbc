package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One leg of a sweep. The schedule sends the first, {@code {"sweep":{}}}; each leg that did not
 * come to the end of the prefix sends the next.
 *
 * @param minimumAge how old a file must be to count as left behind
 * @param hop how many legs went before
 * @param token where S3 goes on listing; empty at the beginning of the prefix
 * @param waiting files that the legs before found left behind
 * @param oldest when the oldest of these was written
 */
record SweepStep(
    Duration minimumAge, int hop, Optional<String> token, long waiting, Optional<Instant> oldest)
    implements Task {

  static final String NAME = "sweep";

  /**
   * AWS stops a function that a message of its own has called <a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html">16 times in a
   * row</a>; a hint is one call more.
   */
  static final int LAST_HOP = 12;

  /** By then an event has arrived, and most files are moved. */
  private static final int MINUTES = 30;

  /** One sweep at a time: no key is empty. */
  @Override
  public String subject() {
    return "";
  }

  boolean isLast() {
    return hop == LAST_HOP;
  }

  /** The same leg with what it found itself. */
  SweepStep with(long found, Optional<Instant> oldestFound) {
    Optional<Instant> older =
        Stream.concat(oldest.stream(), oldestFound.stream()).min(Comparator.naturalOrder());
    return new SweepStep(minimumAge, hop, token, waiting + found, older);
  }

  SweepStep next(String nextToken) {
    return new SweepStep(minimumAge, hop + 1, Optional.of(nextToken), waiting, oldest);
  }

  /** The body of a message that {@link #from} reads. */
  String body() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("minutes", minimumAge.toMinutes());
    fields.put("hop", hop);
    token.ifPresent(it -> fields.put("token", it));
    fields.put("waiting", waiting);
    oldest.ifPresent(it -> fields.put("oldest", it.getEpochSecond()));
    return Json.write(Map.of(NAME, fields));
  }

  /**
   * Reads what a message has under {@link #NAME}.
   *
   * @throws IllegalArgumentException if that is not a leg of a sweep
   */
  static SweepStep from(Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("the message's \"sweep\" is not a JSON object");
    }
    Object token = fields.get("token");
    if (token != null && !(token instanceof String)) {
      throw new IllegalArgumentException("the message's \"sweep.token\" is not a text");
    }
    return new SweepStep(
        Duration.ofMinutes(number(fields, "minutes", MINUTES, Integer.MAX_VALUE)),
        (int) number(fields, "hop", 0, LAST_HOP),
        Optional.ofNullable((String) token),
        number(fields, "waiting", 0, Long.MAX_VALUE),
        fields.containsKey("oldest")
            ? Optional.of(Instant.ofEpochSecond(number(fields, "oldest", 0, Integer.MAX_VALUE)))
            : Optional.empty());
  }

  private static long number(Map<?, ?> fields, String name, long otherwise, long most) {
    if (!fields.containsKey(name)) {
      return otherwise;
    }
    if ((fields.get(name) instanceof Integer || fields.get(name) instanceof Long)
        && ((Number) fields.get(name)).longValue() >= 0
        && ((Number) fields.get(name)).longValue() <= most) {
      return ((Number) fields.get(name)).longValue();
    }
    throw new IllegalArgumentException(
        "the message's \"sweep.%s\" is not a number from 0 to %d".formatted(name, most));
  }
}
