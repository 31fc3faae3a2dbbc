package io.exportctl.source.load;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.ColumnConfig.Clean;
import io.exportctl.source.csv.CellReader;
import io.exportctl.source.csv.CellType;
import io.exportctl.source.csv.NullWords;
import io.exportctl.source.csv.Row;
import io.exportctl.source.fault.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way of one column's cells from the file to the table. */
final class ColumnTransform {

  private final ColumnConfig column;
  private final List<Integer> indexes;
  private final Optional<String> constant;
  private final NullWords nullWords;
  private final CellReader reader;

  /**
   * Creates a transform.
   *
   * @param indexes of the file's columns
   * @param constant in place of the file's columns
   */
  ColumnTransform(
      ColumnConfig column, List<Integer> indexes, Optional<String> constant, NullWords nullWords) {
    this.column = column;
    this.indexes = List.copyOf(indexes);
    this.constant = constant;
    this.nullWords = nullWords;
    this.reader = CellReader.of(column.type(), column.format());
  }

  /** Converts the column's cell of a row, or returns what is wrong with it. */
  Optional<Fault> convert(Row row, int target, Converted converted) {
    Optional<String> raw = constant.isPresent() ? constant : raw(row);
    Optional<String> clean = raw.flatMap(this::clean);
    if (clean.isEmpty()) {
      converted.setMissing(target);
      return column.required()
          ? Optional.of(fault(row, "missing-value", "the cell is empty, but is required", raw))
          : Optional.empty();
    }
    String cell = clean.get();
    if (!column.values().isEmpty() && !column.values().contains(cell)) {
      return Optional.of(fault(row, "other-value", "the cell is none of the column's values", raw));
    }
    if (column.pattern().isPresent() && !column.pattern().get().matcher(cell).find()) {
      return Optional.of(
          fault(row, "pattern-mismatch", "the cell does not fit the column's pattern", raw));
    }
    Optional<String> text = constant.isPresent() ? constant : reader.read(cell);
    if (text.isEmpty()) {
      String type = column.type().word();
      return Optional.of(fault(row, "bad-cell", "the cell is not of type " + type, raw));
    }
    converted.set(target, column.split().map(it -> TextArray.of(cell, it)).orElseGet(text::get));
    return Optional.empty();
  }

  private Fault fault(Row row, String code, String text, Optional<String> raw) {
    return Fault.inCell(code, row.line(), column.name().text(), text, raw.orElse(""));
  }

  private Optional<String> raw(Row row) {
    if (indexes.size() == 1) {
      String cell = row.cells().get(indexes.get(0));
      return isNull(cell) ? Optional.empty() : Optional.of(cell);
    }
    String joined =
        indexes.stream()
            .map(row.cells()::get)
            .filter(it -> !isNull(it))
            .collect(Collectors.joining(" "));
    return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
  }

  /** Blanks around a cell count in a text only. */
  private boolean isNull(String cell) {
    boolean asText = column.type() == CellType.TEXT || column.type() == CellType.TEXT_ARRAY;
    return nullWords.contains(asText ? cell : cell.strip());
  }

  private Optional<String> clean(String cell) {
    String clean = cell;
    for (Clean step : column.clean()) {
      clean =
          switch (step) {
            case TRIM -> clean.strip();
            case LOWER -> clean.toLowerCase(Locale.ROOT);
            case UPPER -> clean.toUpperCase(Locale.ROOT);
            case REMOVE_SPACES -> clean.replaceAll("\\s", "");
            case EMPTY_TO_NULL -> clean;
          };
      if (step == Clean.EMPTY_TO_NULL && clean.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(clean);
  }
}
