package io.exportctl.landing.loader;

import io.exportctl.landing.format.ColumnType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads every line of a part before it is converted: each is one JSON object with exactly the
 * table's columns, and each value fits its column. The memory it takes is bounded by the longest
 * line that is allowed.
 */
final class PartCheck {

  private final String table;
  private final List<LoadedColumn> columns;
  private final Optional<ArrayCopy> copy;
  private final ColumnKeys keys;

  /** Row in which a column was last seen. */
  private final long[] seen;

  private final JsonScanner scanner = new JsonScanner();
  private final Map<String, Long> nulled = new TreeMap<>();
  private long rows;
  private long longestLine;

  /**
   * Creates a check.
   *
   * @param copy gets the lines, if they are to be copied
   */
  PartCheck(String table, List<LoadedColumn> columns, Optional<ArrayCopy> copy) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.copy = copy;
    this.seen = new long[columns.size()];
    this.keys = new ColumnKeys(columns);
  }

  /**
   * Result of the check.
   *
   * @param longestLine length in bytes, with the line feed, of the copy if there is one
   * @param nulled number of values that Parquet cannot hold, by column
   */
  record Result(long rows, long longestLine, Map<String, Long> nulled) {

    Result {
      nulled = Map.copyOf(nulled);
    }
  }

  /**
   * Reads the lines to their end.
   *
   * @param stream the JSON, which ends after as many bytes as the manifest says
   * @throws RefusedException if a line or a value is not as it must be
   * @throws IOException if the stream cannot be read, or the copy cannot be written
   */
  Result run(InputStream stream) throws IOException, RefusedException {
    LineReader lines = new LineReader(stream);
    try {
      rows = 1;
      while (lines.next()) {
        readRow(lines);
        rows++;
      }
      rows--;
    } catch (LineException e) {
      throw refused(e.id(), e.getMessage());
    }
    return new Result(rows, copy.map(ArrayCopy::longestLine).orElse(longestLine), nulled);
  }

  private void readRow(LineReader line) throws IOException, LineException, RefusedException {
    byte[] buffer = line.buffer();
    scanner.start(buffer, line.start());
    if (copy.isPresent()) {
      copy.get().begin(line.start());
    }
    if (!scanner.skip('{')) {
      throw refused(ReasonId.BAD_LINE, "the line does not begin with one JSON object");
    }
    int count = 0;
    if (scanner.peek() != '}') {
      do {
        scanner.peek();
        int position = readKey(buffer, count);
        scanner.expect(':');
        readValue(buffer, columns.get(position));
        count++;
      } while (scanner.skip(','));
    }
    scanner.expect('}');
    scanner.peek();
    if (scanner.position() < line.end()) {
      throw refused(ReasonId.BAD_LINE, "the line goes on after its JSON object");
    }
    if (count < columns.size()) {
      throw missing();
    }
    longestLine = Math.max(longestLine, line.end() - line.start() + 1);
    if (copy.isPresent()) {
      copy.get().end(buffer, line.end());
    }
  }

  /**
   * Reads a key, and returns the position of its column.
   *
   * @param expected position if the columns are in the table's order
   */
  private int readKey(byte[] buffer, int expected)
      throws IOException, LineException, RefusedException {
    int start = scanner.position();
    scanner.string();
    int position = keys.position(buffer, start, scanner.position(), expected);
    if (position < 0) {
      throw refused(ReasonId.BAD_LINE, "the line has a key that is not a column of the table");
    }
    if (seen[position] == rows) {
      throw refused(
          ReasonId.BAD_LINE, columns.get(position), "the line has the column more than once");
    }
    seen[position] = rows;
    return position;
  }

  private RefusedException missing() {
    for (int position = 0; position < seen.length; position++) {
      if (seen[position] != rows) {
        return refused(
            ReasonId.BAD_LINE, columns.get(position), "the line does not have the column");
      }
    }
    throw new IllegalStateException("every column was seen");
  }

  private void readValue(byte[] buffer, LoadedColumn column)
      throws IOException, LineException, RefusedException {
    scanner.peek();
    int start = scanner.position();
    if (scanner.word("null")) {
      return;
    }
    switch (ColumnCheck.fit(scanner, column)) {
      case FITS -> {}
      case BECOMES_NULL -> nulled.merge(column.name(), 1L, Long::sum);
      case WRONG ->
          throw refused(
              ReasonId.WRONG_TYPE,
              column,
              "the value does not fit the type %s".formatted(column.glueType()));
    }
    if (column.hashed() && !ColumnCheck.isHash(scanner, start)) {
      throw refused(ReasonId.UNHASHED_COLUMN, column, "the value is not a hash");
    }
    if (column.type() == ColumnType.ARRAY && copy.isPresent()) {
      copy.get().array(buffer, start, scanner.position());
    }
  }

  private RefusedException refused(ReasonId id, String detail) {
    return new RefusedException(Reason.of(id, table, inLine(detail)));
  }

  private RefusedException refused(ReasonId id, LoadedColumn column, String detail) {
    return new RefusedException(Reason.of(id, table, column.name(), inLine(detail)));
  }

  private String inLine(String detail) {
    return "line %d: %s".formatted(rows, detail);
  }
}
