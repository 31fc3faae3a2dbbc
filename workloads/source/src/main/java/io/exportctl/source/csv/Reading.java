package io.exportctl.source.csv;

import io.exportctl.source.csv.Dates.Order;
import java.util.Optional;

/** A way to read the cells of a column; blanks around them are gone already. */
enum Reading {
  BOOLEAN(CellType.BOOLEAN, ""),
  INTEGER(CellType.INTEGER, ""),
  BIGINT(CellType.BIGINT, ""),
  NUMERIC(CellType.NUMERIC, ""),
  DATE(CellType.DATE, ""),
  DATE_DAY_FIRST(CellType.DATE, "day_first"),
  DATE_MONTH_FIRST(CellType.DATE, "month_first"),
  TIMESTAMP(CellType.TIMESTAMP, ""),
  TIMESTAMP_WITH_OFFSET(CellType.TIMESTAMP, ""),
  TIMESTAMP_DAY_FIRST(CellType.TIMESTAMP, "day_first"),
  TIMESTAMP_MONTH_FIRST(CellType.TIMESTAMP, "month_first");

  private final CellType type;
  private final String format;

  Reading(CellType type, String format) {
    this.type = type;
    this.format = format;
  }

  CellType type() {
    return type;
  }

  /** Word of the YAML's key {@code format}, empty for the usual one. */
  String format() {
    return format;
  }

  /** Reads a cell as text for PostgreSQL; empty if the cell does not fit. */
  Optional<String> read(String cell) {
    return switch (this) {
      case BOOLEAN -> truth(cell);
      case INTEGER -> Numbers.integer(cell);
      case BIGINT -> Numbers.bigint(cell);
      case NUMERIC -> Numbers.numeric(cell);
      case DATE -> Dates.date(cell);
      case DATE_DAY_FIRST -> Dates.date(cell, Order.DAY_FIRST);
      case DATE_MONTH_FIRST -> Dates.date(cell, Order.MONTH_FIRST);
      case TIMESTAMP -> Dates.timestamp(cell);
      case TIMESTAMP_WITH_OFFSET -> Dates.timestampWithOffset(cell);
      case TIMESTAMP_DAY_FIRST -> Dates.timestamp(cell, Order.DAY_FIRST);
      case TIMESTAMP_MONTH_FIRST -> Dates.timestamp(cell, Order.MONTH_FIRST);
    };
  }

  private static Optional<String> truth(String cell) {
    return switch (cell) {
      case "true", "TRUE", "True" -> Optional.of("true");
      case "false", "FALSE", "False" -> Optional.of("false");
      default -> Optional.empty();
    };
  }
}
