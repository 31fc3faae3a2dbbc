package io.exportctl.landing.loader;

import io.exportctl.landing.loader.CatalogueTable.CatalogueColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of a table's columns from one extraction to another. */
final class SchemaChanges {

  private SchemaChanges() {}

  /** Returns true if both have the same names and types, in any order. */
  static boolean same(List<CatalogueColumn> old, List<CatalogueColumn> now) {
    return types(old).equals(types(now));
  }

  /**
   * Returns the columns with which files of both shapes can be read: columns that are new come
   * last, those that are gone stay, and int and float become wider. Empty if a type changed in
   * another way.
   */
  static Optional<List<CatalogueColumn>> merge(
      List<CatalogueColumn> old, List<CatalogueColumn> now) {
    Map<String, CatalogueColumn> merged = new LinkedHashMap<>();
    old.forEach(column -> merged.put(column.name(), column));
    for (CatalogueColumn column : now) {
      CatalogueColumn before = merged.getOrDefault(column.name(), column);
      Optional<String> type = wider(before.type(), column.type());
      if (type.isEmpty()) {
        return Optional.empty();
      }
      merged.put(column.name(), new CatalogueColumn(column.name(), type.get(), column.comment()));
    }
    return Optional.of(new ArrayList<>(merged.values()));
  }

  private static Optional<String> wider(String one, String other) {
    if (one.equals(other)) {
      return Optional.of(one);
    }
    return switch (one + " " + other) {
      case "int bigint", "bigint int" -> Optional.of("bigint");
      case "float double", "double float" -> Optional.of("double");
      default -> Optional.empty();
    };
  }

  private static Map<String, String> types(List<CatalogueColumn> columns) {
    Map<String, String> types = new LinkedHashMap<>();
    columns.forEach(column -> types.put(column.name(), column.type()));
    return types;
  }
}
