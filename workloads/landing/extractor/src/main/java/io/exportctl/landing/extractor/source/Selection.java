package io.exportctl.landing.extractor.source;

import io.exportctl.landing.format.NamePattern;
import java.util.List;
import java.util.Optional;

/**
 * Texts of each {@link NamePattern} that chooses tables and columns. One of a table is {@code
 * table} or {@code schema.table}, one of a column {@code table.column} or {@code
 * schema.table.column}.
 */
public record Selection(
    List<String> schemas,
    List<String> includeTables,
    List<String> excludeTables,
    List<String> excludeColumns,
    List<String> hashColumns) {

  public Selection {
    schemas = List.copyOf(schemas);
    includeTables = List.copyOf(includeTables);
    excludeTables = List.copyOf(excludeTables);
    excludeColumns = List.copyOf(excludeColumns);
    hashColumns = List.copyOf(hashColumns);
  }

  /** Returns the first of the patterns that names this table. */
  static Optional<String> find(List<String> patterns, String schema, String table) {
    return patterns.stream().filter(it -> matches(NamePattern.of(it), schema, table)).findFirst();
  }

  /** Returns the first of the patterns that names this column. */
  static Optional<String> find(List<String> patterns, String schema, String table, String column) {
    return find(patterns, schema, table + "." + column);
  }

  private static boolean matches(NamePattern pattern, String schema, String name) {
    return pattern.matches(name) || pattern.matches(schema + "." + name);
  }
}
