package io.exportctl.collection.record;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Dates in the text of records: rules 15, 16, 20, 21 and 22 of docs/collection.md. */
final class Dates {

  /** Time of a record that has none. */
  static final Instant EPOCH = Instant.parse("1980-01-01T00:00:00Z");

  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd.ddd";
  private static final int UTC_LENGTH = SHAPE.length() + 1;
  private static final int OFFSET_LENGTH = SHAPE.length() + 5;
  private static final String NO_OFFSET = "+0000";
  private static final int NANOS_OF_MILLI = 1_000_000;
  private static final int LAST_MONTH = 12;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;

  /** Number of days that no month is without. */
  private static final int DAYS_OF_ALL_MONTHS = 28;

  private Dates() {}

  /** Returns true if a text has the whole form of a date, also of one that no calendar has. */
  static boolean isDate(String text) {
    int length = text.length();
    if ((length != UTC_LENGTH && length != OFFSET_LENGTH) || !hasShape(text)) {
      return false;
    }
    char zone = text.charAt(SHAPE.length());
    if (length == UTC_LENGTH) {
      return zone == 'Z';
    }
    for (int index = UTC_LENGTH; index < length; index++) {
      if (!isDigit(text.charAt(index))) {
        return false;
      }
    }
    return zone == '+';
  }

  private static boolean hasShape(String text) {
    for (int index = 0; index < SHAPE.length(); index++) {
      char expected = SHAPE.charAt(index);
      char found = text.charAt(index);
      if (expected == 'd' ? !isDigit(found) : found != expected) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the instant of a text in the loose form of a date, cut to milliseconds.
   *
   * @throws RejectedException if it does not have that form, no calendar has it, or it is outside
   *     the years 1 to 9999 in UTC
   */
  static Instant parse(String text) throws RejectedException {
    return new DateParser(text).parse();
  }

  /**
   * Returns the one text of a date in the loose form.
   *
   * @throws RejectedException as {@link #parse} does
   */
  static String rewrite(String text) throws RejectedException {
    if (!isDate(text) || !isInCalendar(text)) {
      return format(parse(text));
    }
    if (text.length() == UTC_LENGTH) {
      return text;
    }
    return text.endsWith(NO_OFFSET)
        ? text.substring(0, SHAPE.length()).concat("Z")
        : format(parse(text));
  }

  /** Returns true if a calendar surely has the date of a text with its form. */
  private static boolean isInCalendar(String text) {
    int month = pair(text, 5);
    int day = pair(text, 8);
    return text.charAt(0) > '0'
        && month >= 1
        && month <= LAST_MONTH
        && day >= 1
        && day <= DAYS_OF_ALL_MONTHS
        && pair(text, 11) <= LAST_HOUR
        && pair(text, 14) <= LAST_MINUTE
        && pair(text, 17) <= LAST_MINUTE;
  }

  private static int pair(String text, int index) {
    return (text.charAt(index) - '0') * 10 + text.charAt(index + 1) - '0';
  }

  /** Returns the text of an instant in the records that come out. */
  static String format(Instant instant) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    char[] text = SHAPE.concat("Z").toCharArray();
    write(text, 0, 4, time.getYear());
    write(text, 5, 2, time.getMonthValue());
    write(text, 8, 2, time.getDayOfMonth());
    write(text, 11, 2, time.getHour());
    write(text, 14, 2, time.getMinute());
    write(text, 17, 2, time.getSecond());
    write(text, 20, 3, time.getNano() / NANOS_OF_MILLI);
    return new String(text);
  }

  private static void write(char[] text, int start, int digits, int number) {
    int rest = number;
    for (int index = start + digits - 1; index >= start; index--) {
      text[index] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
