package io.exportctl.source.load;

import java.util.Optional;

/** Cells of a row for PostgreSQL, as text; reused for one row after the other. */
final class Converted {

  private final String[] texts;
  private final boolean[] present;

  Converted(int columns) {
    this.texts = new String[columns];
    this.present = new boolean[columns];
  }

  void set(int column, String text) {
    texts[column] = text;
    present[column] = true;
  }

  void setMissing(int column) {
    texts[column] = "";
    present[column] = false;
  }

  int size() {
    return texts.length;
  }

  boolean isMissing(int column) {
    return !present[column];
  }

  /** The text of a column, empty if it is missing. */
  String text(int column) {
    return texts[column];
  }

  Optional<String> find(int column) {
    return present[column] ? Optional.of(texts[column]) : Optional.empty();
  }
}
