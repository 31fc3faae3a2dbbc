package io.exportctl.landing.extractor.source;

import java.util.List;

/**
 * A table that is read.
 *
 * @param kind as in the manifest
 * @param rows the planner's estimate
 * @param leaves relations that hold its rows: the table itself, or its partitions
 */
public record SourceTable(
    String schema,
    String name,
    String tableName,
    String kind,
    String comment,
    long rows,
    List<SourceColumn> columns,
    List<String> excludedColumns,
    List<Leaf> leaves) {

  public SourceTable {
    columns = List.copyOf(columns);
    excludedColumns = List.copyOf(excludedColumns);
    leaves = List.copyOf(leaves);
  }

  /**
   * A relation that holds rows.
   *
   * @param pages of 8 KiB; 0 if it cannot be read by ranges of pages
   */
  public record Leaf(String schema, String name, long pages) {
    String quoted() {
      return SqlNames.quoted(schema, name);
    }
  }

  /** Name in messages. */
  public String title() {
    return schema + "." + name;
  }

  String quoted() {
    return SqlNames.quoted(schema, name);
  }
}
