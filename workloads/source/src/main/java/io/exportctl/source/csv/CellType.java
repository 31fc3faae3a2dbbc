package io.exportctl.source.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Type of a column, as a source's YAML names it. */
public enum CellType {
  TEXT("text", "text", "TEXT"),
  BOOLEAN("boolean", "boolean", "BOOLEAN"),
  INTEGER("integer", "integer", "INTEGER"),
  BIGINT("bigint", "bigint", "BIGINT"),
  NUMERIC("numeric", "numeric", "NUMERIC"),
  DATE("date", "date", "DATE"),
  TIMESTAMP("timestamp", "timestamp without time zone", "TIMESTAMP"),
  TEXT_ARRAY("text[]", "text[]", "TEXT[]");

  private final String word;
  private final String sql;
  private final String api;

  CellType(String word, String sql, String api) {
    this.word = word;
    this.sql = sql;
    this.api = api;
  }

  public static Optional<CellType> find(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(it -> it.word.equals(lower)).findFirst();
  }

  /** Word of the YAML, such as {@code text[]}. */
  public String word() {
    return word;
  }

  /** Type of PostgreSQL. */
  public String sql() {
    return sql;
  }

  /** Word of the API's table structure. */
  public String api() {
    return api;
  }
}
