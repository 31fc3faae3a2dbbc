package io.exportctl.source.csv;

import io.exportctl.source.fault.StoreException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Check of the cells of a column of one type, which gives ISO text for PostgreSQL. */
public final class CellReader {

  /** Letters of a date's format, and what may stand between them. */
  private static final Pattern FORMAT = Pattern.compile("[yMdHmsS /.:,-]|'T'");

  private final List<Reading> readings;
  private final Optional<DateTimeFormatter> formatter;
  private final CellType type;

  private CellReader(CellType type, List<Reading> readings, Optional<DateTimeFormatter> formatter) {
    this.type = type;
    this.readings = readings;
    this.formatter = formatter;
  }

  /**
   * Makes a check.
   *
   * @param format {@code day_first}, {@code month_first}, or letters as {@code yyyyMM}; missing for
   *     ISO
   * @throws StoreException if the format is none, or the type has no formats
   */
  public static CellReader of(CellType type, Optional<String> format) {
    List<Reading> named =
        Stream.of(Reading.values())
            .filter(it -> it.type() == type && it.format().equals(format.orElse("")))
            .toList();
    if (!named.isEmpty() || format.isEmpty()) {
      return new CellReader(type, named, Optional.empty());
    }
    if (type != CellType.DATE && type != CellType.TIMESTAMP) {
      throw StoreException.usage("a column of type " + type.word() + " has no format");
    }
    return new CellReader(type, List.of(), Optional.of(formatter(format.get())));
  }

  /** Reads a cell; empty if it does not fit. Texts are taken as they are. */
  public Optional<String> read(String cell) {
    if (type == CellType.TEXT || type == CellType.TEXT_ARRAY) {
      return Optional.of(cell);
    }
    String stripped = cell.strip();
    if (formatter.isPresent()) {
      return formatted(stripped, formatter.get());
    }
    for (Reading reading : readings) {
      Optional<String> text = reading.read(stripped);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<String> formatted(String cell, DateTimeFormatter format) {
    try {
      LocalDateTime time = LocalDateTime.parse(cell, format);
      if (time.getYear() < 1 || time.getYear() > 9999) {
        return Optional.empty();
      }
      return Optional.of(type == CellType.DATE ? time.toLocalDate().toString() : Dates.text(time));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Parts that a format lacks are the first: of January, the first day, midnight. */
  private static DateTimeFormatter formatter(String format) {
    if (!FORMAT.matcher(format).replaceAll("").isEmpty() || !format.contains("y")) {
      throw unknown(format);
    }
    try {
      return new DateTimeFormatterBuilder()
          .appendPattern(format.replace('y', 'u'))
          .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw unknown(format);
    }
  }

  private static StoreException unknown(String format) {
    return StoreException.usage(
        "\""
            + format
            + "\" is not a format: write day_first, month_first, or letters such as yyyy-MM-dd HH:mm");
  }
}
