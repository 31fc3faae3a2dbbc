package io.exportctl.collection.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Cursor over the text of one date in the form that Python's <a
 * href="https://docs.python.org/3/library/datetime.html#format-codes">strptime</a> takes for {@code
 * %Y-%m-%dT%H:%M:%S.%f%z}, in digits of ASCII and without spaces.
 */
final class DateParser {

  private static final int MICRO_DIGITS = 6;
  private static final long NANOS_OF_MICRO = 1000;
  private static final long MICROS_OF_SECOND = 1_000_000;
  private static final long SECONDS_OF_MINUTE = 60;
  private static final long SECONDS_OF_HOUR = 3600;
  private static final long SECONDS_OF_DAY = 86_400;
  private static final int LARGEST_SIXTIETH = 59;
  private static final int LAST_YEAR = 9999;

  private final String text;
  private int position;

  DateParser(String text) {
    this.text = text;
  }

  /** Returns the instant, cut to milliseconds: {@link Dates#parse}. */
  Instant parse() throws RejectedException {
    int year = number(4, 4);
    expect('-');
    int month = number(1, 2);
    expect('-');
    int day = number(1, 2);
    // Python compares without regard to case.
    expect(peek() == 't' ? 't' : 'T');
    int hour = number(1, 2);
    expect(':');
    int minute = number(1, 2);
    expect(':');
    int second = number(1, 2);
    expect('.');
    long micros = fraction();
    long offset = offset();
    if (position != text.length() || year == 0) {
      throw rejected();
    }
    try {
      LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second);
      LocalDateTime utc = local.plusNanos((micros - offset) * NANOS_OF_MICRO);
      if (utc.getYear() < 1 || utc.getYear() > LAST_YEAR) {
        throw rejected();
      }
      return Instant.ofEpochMilli(utc.toInstant(ZoneOffset.UTC).toEpochMilli());
    } catch (DateTimeException e) {
      throw rejected();
    }
  }

  /** Returns the offset from UTC in microseconds. */
  private long offset() throws RejectedException {
    char sign = peek();
    position++;
    if (sign == 'Z') {
      return 0;
    }
    if (sign != '+' && sign != '-') {
      throw rejected();
    }
    long seconds = number(2, 2) * SECONDS_OF_HOUR;
    boolean hasColons = peek() == ':';
    if (hasColons) {
      position++;
    }
    seconds += sixtieth() * SECONDS_OF_MINUTE;
    long micros = 0;
    if (position < text.length()) {
      if (hasColons) {
        expect(':');
      }
      seconds += sixtieth();
      if (position < text.length()) {
        expect('.');
        micros = fraction();
      }
    }
    if (seconds >= SECONDS_OF_DAY) {
      throw rejected();
    }
    long offset = seconds * MICROS_OF_SECOND + micros;
    return sign == '-' ? -offset : offset;
  }

  private int sixtieth() throws RejectedException {
    int number = number(2, 2);
    if (number > LARGEST_SIXTIETH) {
      throw rejected();
    }
    return number;
  }

  /** Reads a fraction of a second of one to six digits, and returns it in microseconds. */
  private long fraction() throws RejectedException {
    int start = position;
    long micros = number(1, MICRO_DIGITS);
    for (int digits = position - start; digits < MICRO_DIGITS; digits++) {
      micros *= 10;
    }
    return micros;
  }

  private int number(int atLeast, int atMost) throws RejectedException {
    int start = position;
    int number = 0;
    while (position - start < atMost && Dates.isDigit(peek())) {
      number = 10 * number + text.charAt(position) - '0';
      position++;
    }
    if (position - start < atLeast) {
      throw rejected();
    }
    return number;
  }

  private void expect(char expected) throws RejectedException {
    if (peek() != expected) {
      throw rejected();
    }
    position++;
  }

  /** Returns the character at the cursor, or a line feed at the end: no date has one. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : '\n';
  }

  private static RejectedException rejected() {
    return new RejectedException(Reason.DATE);
  }
}
