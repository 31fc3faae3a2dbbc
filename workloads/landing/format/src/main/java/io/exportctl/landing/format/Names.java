package io.exportctl.landing.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of tables and columns on the platform. */
public final class Names {

  private Names() {}

  /** Returns a table's name; the schema stands in front of it unless it is {@code public}. */
  public static String table(String schema, String table) {
    return clean(schema.equals("public") ? table : schema + "_" + table);
  }

  /**
   * Returns the names of a table's columns, in the same order. Of columns that get the same name,
   * the second ends in {@code _2}.
   *
   * @param columns in the order of the table, so that the result is the same every night
   */
  public static List<String> columns(List<String> columns) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String first = clean(column);
      String name = first;
      for (int number = 2; !taken.add(name); number++) {
        name = first + "_" + number;
      }
      names.add(name);
    }
    return names;
  }

  /** Lower case; every character but {@code a-z}, digits and {@code _} becomes {@code _}. */
  private static String clean(String name) {
    String cleaned = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    return Character.isDigit(cleaned.charAt(0)) ? "_" + cleaned : cleaned;
  }
}
