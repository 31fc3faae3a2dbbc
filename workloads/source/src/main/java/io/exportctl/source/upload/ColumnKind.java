package io.exportctl.source.upload;

import io.exportctl.source.csv.CellType;
import java.util.Optional;

/**
 * A type of a column as a person chooses it.
 *
 * @param format of a date or timestamp that is not ISO
 */
public record ColumnKind(CellType type, Optional<String> format) {

  public static final ColumnKind TEXT = new ColumnKind(CellType.TEXT, Optional.empty());

  /** Word of forms, such as {@code date:day_first}. */
  public String word() {
    return type.word() + format.map(it -> ":" + it).orElse("");
  }

  /** Parses a word of {@link #word}. */
  static ColumnKind of(String word) {
    String[] parts = word.split(":", 2);
    return new ColumnKind(
        CellType.find(parts[0]).orElseThrow(),
        parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
  }

  /** Name for a person. */
  public String label() {
    String order =
        format
            .map(
                it ->
                    it.equals("day_first")
                        ? ", day first (31/12/2024)"
                        : ", month first (12/31/2024)")
            .orElse("");
    return switch (type) {
      case TEXT -> "Text";
      case BOOLEAN -> "True or false";
      case INTEGER -> "Whole number";
      case BIGINT -> "Large whole number";
      case NUMERIC -> "Decimal number";
      case DATE -> "Date" + (order.isEmpty() ? " (2024-12-31)" : order);
      case TIMESTAMP -> "Date and time" + (order.isEmpty() ? " (2024-12-31 18:00)" : order);
      case TEXT_ARRAY -> "List of texts";
    };
  }

  /** Description of a value that does not fit, such as {@code not a whole number}. */
  public String refusal() {
    return switch (type) {
      case TEXT, TEXT_ARRAY -> "not a text";
      case BOOLEAN -> "neither true nor false";
      case INTEGER -> "not a whole number below 2,147,483,648 without leading zeros";
      case BIGINT -> "not a whole number without leading zeros";
      case NUMERIC -> "not a number";
      case DATE -> "not such a date";
      case TIMESTAMP -> "not such a date and time";
    };
  }
}
