package io.exportctl.source.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells that are dates and times of the calendar, as ISO text for PostgreSQL. */
final class Dates {

  private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern NUMBERED =
      Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,6}))?)?");
  private static final Pattern OFFSET = Pattern.compile("Z|([+-])([0-9]{2})(?::?([0-9]{2}))?");
  private static final int ISO_LENGTH = 10;

  private Dates() {}

  /** Order of day and month in a date such as {@code 05/03/2024}. */
  enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }

  static Optional<String> date(String cell) {
    return cell.length() == ISO_LENGTH ? isoDate(cell).map(LocalDate::toString) : Optional.empty();
  }

  static Optional<String> date(String cell, Order order) {
    return numbered(cell, order).map(LocalDate::toString);
  }

  /** An ISO date and time without an offset. */
  static Optional<String> timestamp(String cell) {
    if (!startsLikeIso(cell)) {
      return Optional.empty();
    }
    return isoDate(cell.substring(0, ISO_LENGTH))
        .flatMap(date -> time(date, cell.substring(ISO_LENGTH + 1)))
        .map(Dates::text);
  }

  /** An ISO date and time with an offset, in UTC. */
  static Optional<String> timestampWithOffset(String cell) {
    int at = offsetIndex(cell);
    if (at < 0) {
      return Optional.empty();
    }
    Optional<ZoneOffset> offset = offset(cell.substring(at));
    return isoDate(cell.substring(0, ISO_LENGTH))
        .flatMap(date -> time(date, cell.substring(ISO_LENGTH + 1, at)))
        .flatMap(it -> offset.map(by -> it.minusSeconds(by.getTotalSeconds())))
        .filter(it -> it.getYear() >= 1 && it.getYear() <= 9999)
        .map(Dates::text);
  }

  /** A date such as {@code 13/02/2024}, a blank, and a time. */
  static Optional<String> timestamp(String cell, Order order) {
    int blank = cell.indexOf(' ');
    if (blank < 0) {
      return Optional.empty();
    }
    return numbered(cell.substring(0, blank), order)
        .flatMap(date -> time(date, cell.substring(blank + 1)))
        .map(Dates::text);
  }

  private static boolean startsLikeIso(String cell) {
    return cell.length() > ISO_LENGTH + 1
        && (cell.charAt(ISO_LENGTH) == 'T' || cell.charAt(ISO_LENGTH) == ' ');
  }

  private static int offsetIndex(String cell) {
    if (!startsLikeIso(cell)) {
      return -1;
    }
    for (int i = ISO_LENGTH + 1; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == 'Z' || c == '+' || c == '-') {
        return i;
      }
    }
    return -1;
  }

  private static Optional<LocalDate> isoDate(String text) {
    Matcher matcher = ISO_DATE.matcher(text);
    return matcher.matches()
        ? date(matcher.group(1), matcher.group(2), matcher.group(3))
        : Optional.empty();
  }

  private static Optional<LocalDate> numbered(String text, Order order) {
    Matcher matcher = NUMBERED.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    String second = matcher.group(3);
    return order == Order.DAY_FIRST
        ? date(matcher.group(4), second, first)
        : date(matcher.group(4), first, second);
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int number = Integer.parseInt(year);
    try {
      return number == 0
          ? Optional.empty()
          : Optional.of(LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> time(LocalDate date, String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    String fraction = matcher.group(4) == null ? "" : matcher.group(4);
    int nano = Integer.parseInt((fraction + "000000000").substring(0, 9));
    try {
      return Optional.of(
          date.atTime(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              second,
              nano));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneOffset> offset(String text) {
    Matcher matcher = OFFSET.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (text.equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    int sign = matcher.group(1).equals("-") ? -1 : 1;
    int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(matcher.group(2)), sign * minutes));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** ISO text with seconds, and with as many decimals of them as there are. */
  static String text(LocalDateTime time) {
    String text = time.toString();
    return time.getSecond() == 0 && time.getNano() == 0 ? text + ":00" : text;
  }
}
