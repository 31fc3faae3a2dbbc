package io.exportctl.landing.format;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Representation of values in the lines of JSON. */
public enum Encoding {
  /** Numerics and JSON are strings, so that no reader rounds them; see {@link ColumnType}. */
  EXACT,

  /** Values as PostgreSQL's {@code row_to_json} gives them. */
  ROW_TO_JSON;

  /** Name in a manifest and in settings. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds an encoding by its name. */
  public static Optional<Encoding> find(String id) {
    return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
  }
}
