package io.exportctl.source.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of fields, within the limits of a row. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {

  static final int MOST_COLUMNS = 500;
  static final int LONGEST_CELL = 1 << 20;

  private final List<String> cells = new ArrayList<>();
  private long start = 1;

  /** 1-based number of the line on which the newest record begins. */
  long start() {
    return start;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    start = startingLineNumber;
    cells.clear();
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (index >= MOST_COLUMNS) {
      throw StoreException.refused(
          Fault.inLine("too-many-columns", start, "the row has more than 500 cells"));
    }
    if (length > LONGEST_CELL) {
      throw longCell(start);
    }
    cells.add(new String(buffer, offset, length));
  }

  static StoreException longCell(long line) {
    return StoreException.refused(
        Fault.inLine(
            "long-cell",
            line,
            "a cell has more than 1048576 characters; a closing quote may be missing"));
  }

  @Override
  protected Row buildRecord() {
    return new Row(start, new ArrayList<>(cells));
  }
}
