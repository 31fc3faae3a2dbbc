package io.exportctl.landing.loader;

import java.util.Optional;

/**
 * Reason for which an extraction is refused. It never holds a value of a row.
 *
 * @param table name of the table, if it is about one
 * @param column name of the column, if it is about one
 */
record Reason(ReasonId id, Optional<String> table, Optional<String> column, String detail) {

  static Reason of(ReasonId id, String detail) {
    return new Reason(id, Optional.empty(), Optional.empty(), detail);
  }

  static Reason of(ReasonId id, String table, String detail) {
    return new Reason(id, Optional.of(table), Optional.empty(), detail);
  }

  static Reason of(ReasonId id, String table, String column, String detail) {
    return new Reason(id, Optional.of(table), Optional.of(column), detail);
  }
}
