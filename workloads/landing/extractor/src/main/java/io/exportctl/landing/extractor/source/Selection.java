package io.exportctl.landing.extractor.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Patterns that choose tables and columns. {@code *} stands for any characters; everything else is
 * literal. A pattern of a table is {@code table} or {@code schema.table}, one of a column {@code
 * table.column} or {@code schema.table.column}.
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
    return patterns.stream()
        .filter(it -> matches(it, table) || matches(it, schema + "." + table))
        .findFirst();
  }

  /** Returns the first of the patterns that names this column. */
  static Optional<String> find(List<String> patterns, String schema, String table, String column) {
    return find(patterns, schema, table + "." + column);
  }

  private static boolean matches(String pattern, String name) {
    StringBuilder expression = new StringBuilder();
    for (String literal : pattern.split("\\*", -1)) {
      expression.append(expression.isEmpty() ? "" : ".*");
      expression.append(Pattern.quote(literal));
    }
    return Pattern.compile(expression.toString(), Pattern.DOTALL).matcher(name).matches();
  }
}
