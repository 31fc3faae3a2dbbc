package io.exportctl.landing.loader;

import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Names;
import io.exportctl.landing.format.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Column of a table that is loaded.
 *
 * @param key name in the JSON, which is the database's
 * @param name name in Parquet and in the catalog
 * @param precision of a {@link ColumnType#DECIMAL}, otherwise 0
 * @param scale of a {@link ColumnType#DECIMAL}, otherwise 0
 * @param hashed true if each value is a hash, as a {@link ColumnType#TEXT}
 * @param comment or an empty text
 */
record LoadedColumn(
    String key,
    String name,
    ColumnType type,
    int precision,
    int scale,
    boolean hashed,
    String comment) {

  /** Column by which the tables of all extractions are partitioned. */
  static final String PARTITION = "extraction_timestamp";

  /** Returns the columns of a table, in its order; none is named as the partition. */
  static List<LoadedColumn> of(Table table) {
    List<String> taken = new ArrayList<>(List.of(PARTITION));
    table.columns().forEach(it -> taken.add(it.name()));
    List<String> names = Names.columns(taken).subList(1, taken.size());
    List<LoadedColumn> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          new LoadedColumn(
              column.name(),
              names.get(columns.size()),
              column.hashed() ? ColumnType.TEXT : column.type(),
              column.precision(),
              column.scale(),
              column.hashed(),
              column.comment()));
    }
    return columns;
  }

  /** The type in the Glue Data Catalog. */
  String glueType() {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case SMALLINT, INTEGER -> "int";
      case BIGINT -> "bigint";
      case REAL -> "float";
      case DOUBLE -> "double";
      case DECIMAL -> String.format(Locale.ROOT, "decimal(%d,%d)", precision, scale);
      case DATE -> "date";
      case TIMESTAMP, TIMESTAMPTZ -> "timestamp";
      case BYTEA -> "binary";
      case TEXT, JSON, ARRAY -> "string";
    };
  }

  /** The type in DuckDB, from which the type in Parquet follows. */
  String duckType() {
    return switch (type) {
      case BOOLEAN -> "BOOLEAN";
      case SMALLINT, INTEGER -> "INTEGER";
      case BIGINT -> "BIGINT";
      case REAL -> "FLOAT";
      case DOUBLE -> "DOUBLE";
      case DECIMAL -> String.format(Locale.ROOT, "DECIMAL(%d,%d)", precision, scale);
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
      case TIMESTAMPTZ -> "TIMESTAMPTZ";
      case BYTEA -> "BLOB";
      case TEXT, JSON, ARRAY -> "VARCHAR";
    };
  }
}
