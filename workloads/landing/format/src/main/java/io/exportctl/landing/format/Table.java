package io.exportctl.landing.format;

import java.util.List;

/**
 * A table of an extraction. A table without rows has no parts.
 *
 * @param schema in PostgreSQL
 * @param name in PostgreSQL
 * @param tableName on the platform, by {@link Names#table}
 * @param kind {@code table}, {@code partitioned}, {@code view}, {@code materialized_view} or {@code
 *     foreign_table}
 * @param comment or an empty text
 * @param jsonBytes bytes of JSON, before compression
 * @param excludedColumns names of columns that were left out, sorted
 */
public record Table(
    String schema,
    String name,
    String tableName,
    String kind,
    String comment,
    long rows,
    long jsonBytes,
    List<Column> columns,
    List<String> excludedColumns,
    List<Part> parts) {

  public Table {
    columns = List.copyOf(columns);
    excludedColumns = List.copyOf(excludedColumns);
    parts = List.copyOf(parts);
  }
}
