package io.exportctl.kind.collection;

import io.exportctl.dataset.Fields;
import java.util.List;

/**
 * The table of a collection.
 *
 * @param kind {@code append} for every record, {@code latest} for one row an id
 * @param prefer the record of an id that wins in a latest table: {@code deletes} or {@code newest}
 * @param buckets parts that a latest table is divided into by id
 * @param steps names of steps beyond the standard rules, in their order
 * @param hasJsonLines true if each date is also published as JSON lines
 */
public record TableSettings(
    String kind,
    String prefer,
    int buckets,
    List<String> steps,
    List<Column> columns,
    boolean hasJsonLines) {

  /** The kind of a table with one row an id. */
  static final String LATEST = "latest";

  public TableSettings {
    steps = List.copyOf(steps);
    columns = List.copyOf(columns);
  }

  static TableSettings from(Fields fields) {
    return new TableSettings(
        fields.optionalText("table").orElse("append"),
        fields.optionalText("prefer").orElse("deletes"),
        fields.number("buckets", 16),
        fields.texts("steps"),
        fields.sections("columns").stream().map(Column::from).toList(),
        fields.flag("json_lines"));
  }

  public boolean isLatest() {
    return kind.equals(LATEST);
  }
}
