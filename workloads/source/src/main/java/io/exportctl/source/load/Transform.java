package io.exportctl.source.load;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.csv.Header;
import io.exportctl.source.csv.Header.HeaderColumn;
import io.exportctl.source.csv.NullWords;
import io.exportctl.source.csv.ParseOptions;
import io.exportctl.source.csv.Profile;
import io.exportctl.source.csv.Row;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of rows from a file with a certain header to the columns of a table. */
final class Transform {

  private final List<ColumnTransform> columns;
  private final List<Integer> nameless;
  private final NullWords nullWords;

  private Transform(List<ColumnTransform> columns, List<Integer> nameless, NullWords nullWords) {
    this.columns = List.copyOf(columns);
    this.nameless = List.copyOf(nameless);
    this.nullWords = nullWords;
  }

  /**
   * Finds the columns in a header.
   *
   * @throws StoreException if the file lacks some of them, all of which are named
   */
  static Transform of(
      List<ColumnConfig> columns, Header header, ParseOptions parse, Optional<LocalDate> fileDate) {
    NullWords nullWords = NullWords.of(parse.nullValues());
    List<String> lacking = new ArrayList<>();
    List<ColumnTransform> transforms = new ArrayList<>();
    for (ColumnConfig column : columns) {
      boolean isDate = column.from().contains(ColumnConfig.FILE_DATE);
      List<Integer> indexes = new ArrayList<>();
      for (String from : isDate ? List.<String>of() : column.from()) {
        Optional<HeaderColumn> found = find(header, from);
        found.ifPresent(it -> indexes.add(it.index()));
        if (found.isEmpty()) {
          lacking.add('"' + from + '"');
        }
      }
      if (isDate && fileDate.isEmpty()) {
        lacking.add("the file's date");
      }
      Optional<String> constant = isDate ? fileDate.map(LocalDate::toString) : Optional.empty();
      transforms.add(new ColumnTransform(column, indexes, constant, nullWords));
    }
    if (!lacking.isEmpty()) {
      throw StoreException.refused(
          Fault.of("missing-column", "the file lacks " + String.join(", ", lacking)));
    }
    return new Transform(transforms, header.nameless(), nullWords);
  }

  private static Optional<HeaderColumn> find(Header header, String from) {
    return header.columns().stream()
        .filter(it -> it.original().equals(from.strip()))
        .findFirst()
        .or(() -> header.columns().stream().filter(it -> it.name().equals(from)).findFirst());
  }

  int width() {
    return columns.size();
  }

  /**
   * Converts a row.
   *
   * @return the first fault of the row
   * @throws StoreException if a column without a name has a value
   */
  Optional<Fault> convert(Row row, Converted converted) {
    for (int index : nameless) {
      if (!nullWords.contains(row.cells().get(index).strip())) {
        throw Profile.namelessColumn(row.line(), index);
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      Optional<Fault> fault = columns.get(i).convert(row, i, converted);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }
}
