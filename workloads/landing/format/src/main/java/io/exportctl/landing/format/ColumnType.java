package io.exportctl.landing.format;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Representation of a column's values in JSON with {@link Encoding#EXACT}, and what they become in
 * Parquet. A null is always {@code null}.
 */
public enum ColumnType {
  BOOLEAN,
  SMALLINT,
  INTEGER,
  BIGINT,

  /** Number; {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"} are strings. */
  REAL,

  /** Number; {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"} are strings. */
  DOUBLE,

  /** String of all digits, with the column's precision and scale. */
  DECIMAL,

  /** String. */
  TEXT,

  /** String such as {@code "2026-08-01"}. */
  DATE,

  /** String such as {@code "2026-08-01T01:00:00.123456"}. */
  TIMESTAMP,

  /** String such as {@code "2026-08-01T01:00:00.123456+00:00"}. */
  TIMESTAMPTZ,

  /** String in base64. */
  BYTEA,

  /** String that holds the JSON text unchanged. */
  JSON,

  /** Array of any dimensions. */
  ARRAY;

  /** Name in a manifest. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a type by its name in a manifest. */
  public static Optional<ColumnType> find(String id) {
    return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
  }
}
