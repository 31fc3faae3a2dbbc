package io.exportctl.collection.key;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Time that a service asks us to wait: <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">Retry-After</a>.
 */
final class RetryAfter {

  private static final int LONGEST = 9;

  private RetryAfter() {}

  /** Returns the time; zero if there is no such header, or it is neither seconds nor a date. */
  static Duration of(HttpHeaders headers) {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    if (value.matches("[0-9]{1," + LONGEST + "}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      // The service's own clock, as ours may differ.
      Optional<Instant> now =
          headers
              .firstValue("Date")
              .map(it -> ZonedDateTime.parse(it, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      Duration wait = Duration.between(now.orElse(until), until);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
