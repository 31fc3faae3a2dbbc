package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of a sweep. The schedule sends the first, {@code {"sweep":{}}}; each step that does not
 * reach the end of the prefix sends the next.
 *
 * @param minimumAge age from which on a file counts as left behind
 * @param number 0-based; {@code hop} in messages
 * @param token S3's continuation token; empty at the beginning of the prefix
 * @param waiting number of files left behind that earlier steps found
 * @param oldest time at which the oldest of these was written
 */
record SweepStep(
    Duration minimumAge, int number, Optional<String> token, long waiting, Optional<Instant> oldest)
    implements Task {

  static final String NAME = "sweep";

  /**
   * AWS stops a function that its own messages have called <a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html">16 times in a
   * row</a>; a hint is one call more.
   */
  static final int LAST = 12;

  /** Skip younger files: their events are still in flight. */
  private static final int MINUTES = 30;

  /** Empty, as no key is, so that steps run one after the other. */
  @Override
  public String subject() {
    return "";
  }

  boolean isLast() {
    return number == LAST;
  }

  /** Adds the findings of this step. */
  SweepStep with(long found, Optional<Instant> oldestFound) {
    Optional<Instant> older =
        Stream.concat(oldest.stream(), oldestFound.stream()).min(Comparator.naturalOrder());
    return new SweepStep(minimumAge, number, token, waiting + found, older);
  }

  SweepStep next(String nextToken) {
    return new SweepStep(minimumAge, number + 1, Optional.of(nextToken), waiting, oldest);
  }

  /** Renders the body of a message that {@link #from} reads. */
  String body() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("minutes", minimumAge.toMinutes());
    fields.put("hop", number);
    token.ifPresent(it -> fields.put("token", it));
    fields.put("waiting", waiting);
    oldest.ifPresent(it -> fields.put("oldest", it.getEpochSecond()));
    return Json.write(Map.of(NAME, fields));
  }

  /**
   * Reads the value of {@link #NAME} in a message.
   *
   * @throws IllegalArgumentException if the value is not a step of a sweep
   */
  static SweepStep from(Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("the message's \"sweep\" is not a JSON object");
    }
    Object token = fields.get("token");
    if (token != null && !(token instanceof String)) {
      throw new IllegalArgumentException("the message's \"sweep.token\" is not a string");
    }
    return new SweepStep(
        Duration.ofMinutes(number(fields, "minutes", MINUTES, Integer.MAX_VALUE)),
        (int) number(fields, "hop", 0, LAST),
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
