package io.exportctl.landing.extractor.source;

/** Identifiers in SQL. */
final class SqlNames {

  private SqlNames() {}

  /** Returns a name as PostgreSQL reads it back, whatever it holds. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(String schema, String name) {
    return quoted(schema) + "." + quoted(name);
  }
}
