package io.exportctl.source.csv;

import java.util.Optional;

/**
 * The type that fits all cells of a column.
 *
 * @param format of a date or timestamp that is not ISO
 * @param note the reason for a type that a reader might not expect
 */
public record Inference(CellType type, Optional<String> format, Optional<String> note) {

  private static Inference of(Reading reading) {
    Optional<String> format = Optional.of(reading.format()).filter(it -> !it.isEmpty());
    return new Inference(reading.type(), format, Optional.empty());
  }

  private static Inference text(String note) {
    return new Inference(CellType.TEXT, Optional.empty(), Optional.of(note));
  }

  static Inference of(ColumnProfile column) {
    if (column.values() == 0) {
      return text("no cell has a value");
    }
    for (Reading reading :
        new Reading[] {
          Reading.BOOLEAN,
          Reading.INTEGER,
          Reading.BIGINT,
          Reading.DATE,
          Reading.TIMESTAMP,
          Reading.TIMESTAMP_WITH_OFFSET
        }) {
      if (column.fits(reading)) {
        return of(reading);
      }
    }
    if (column.isDecimal()) {
      return of(Reading.NUMERIC);
    }
    return ordered(column, Reading.DATE_DAY_FIRST, Reading.DATE_MONTH_FIRST)
        .or(() -> ordered(column, Reading.TIMESTAMP_DAY_FIRST, Reading.TIMESTAMP_MONTH_FIRST))
        .orElseGet(() -> plainText(column));
  }

  /** Dates of numbers, whose order some day after the 12th proves. */
  private static Optional<Inference> ordered(
      ColumnProfile column, Reading dayFirst, Reading monthFirst) {
    boolean canBeDayFirst = column.fits(dayFirst);
    boolean canBeMonthFirst = column.fits(monthFirst);
    if (canBeDayFirst && canBeMonthFirst) {
      return Optional.of(
          text("day and month cannot be told apart; declare format: day_first or month_first"));
    }
    if (canBeDayFirst || canBeMonthFirst) {
      return Optional.of(of(canBeDayFirst ? dayFirst : monthFirst));
    }
    return Optional.empty();
  }

  private static Inference plainText(ColumnProfile column) {
    if (column.leadingZeros().count() > 0) {
      return text(
          "numbers with leading zeros, the first on line "
              + column.leadingZeros().first().get(0).line());
    }
    return new Inference(CellType.TEXT, Optional.empty(), Optional.empty());
  }
}
