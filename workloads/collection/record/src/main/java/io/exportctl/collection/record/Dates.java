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
  private static final int NANOS_OF_MILLI = 1_000_000;

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
    Instant instant = parse(text);
    boolean isUtc = text.length() == UTC_LENGTH && isDate(text);
    return isUtc ? text : format(instant);
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
