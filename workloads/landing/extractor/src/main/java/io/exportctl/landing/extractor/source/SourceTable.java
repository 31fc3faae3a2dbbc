package io.exportctl.landing.extractor.source;

import java.util.List;

/**
 * A table that is read.
 *
 * @param kind as in the manifest
 * @param leaves relations that hold its rows: the table itself, or its partitions
 */
public record SourceTable(
    String schema,
    String name,
    String tableName,
    String kind,
    String comment,
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
   * @param rows the planner's estimate
   */
  public record Leaf(String schema, String name, long pages, long rows) {
    String quoted() {
      return SqlNames.quoted(schema, name);
    }
  }

  /** The planner's estimate. */
  public long rows() {
    return leaves.stream().mapToLong(Leaf::rows).sum();
  }

  /** Returns the kind that a relkind of PostgreSQL stands for. */
  static String kindOf(String relationKind) {
    return switch (relationKind) {
      case "r" -> "table";
      case "p" -> "partitioned";
      case "v" -> "view";
      case "m" -> "materialized_view";
      case "f" -> "foreign_table";
      default -> throw new IllegalArgumentException(relationKind);
    };
  }

  /** Name in messages. */
  public String title() {
    return schema + "." + name;
  }

  String quoted() {
    return SqlNames.quoted(schema, name);
  }
}
