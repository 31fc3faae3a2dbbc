package io.exportctl.source.csv;

import java.util.Collections;
import java.util.List;

/**
 * A record of a file.
 *
 * @param line 1-based number of the line on which it begins
 */
public record Row(long line, List<String> cells) {

  /** Keeps the list, which nobody else holds. */
  public Row {
    cells = Collections.unmodifiableList(cells);
  }

  /** Leaves out the cells, which may be personal. */
  @Override
  public String toString() {
    return "row on line " + line + " of " + cells.size() + " cells";
  }
}
