package io.exportctl.source.catalogue;

import io.exportctl.source.csv.Header;

/** A column's name, which is safe in SQL. */
public record ColumnName(String text) {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is not of a-z, 0-9 and _, is too long, or reserved
   */
  public ColumnName {
    if (!Header.isName(text) || Header.isReserved(text)) {
      throw new IllegalArgumentException("not a column's name");
    }
  }

  /** Returns the name in quotes for SQL. */
  public String quoted() {
    return '"' + text + '"';
  }
}
