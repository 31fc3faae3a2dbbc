package io.exportctl.source.csv;

import io.exportctl.source.csv.ParseOptions.LongRows;
import io.exportctl.source.csv.ParseOptions.ShortRows;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows below a file's header, each of the header's width; others are counted and left out. */
public final class Rows implements Iterator<Row>, Closeable {

  private final Records records;
  private final ParseOptions options;
  private final Header header;
  private final Consumer<Row> onRagged;
  private final Misfits ragged = new Misfits();
  private Optional<Row> next = Optional.empty();
  private long skipped;

  private Rows(Records records, ParseOptions options, Header header, Consumer<Row> onRagged) {
    this.onRagged = onRagged;
    this.records = records;
    this.options = options;
    this.header = header;
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws StoreException if it is empty or the header cannot be read
   */
  public static Rows open(Path file, Dialect dialect, ParseOptions options) throws IOException {
    return open(file, dialect, options, row -> {});
  }

  /**
   * Opens a file and reads its header.
   *
   * @param onRagged takes the rows with too few or too many cells
   * @throws StoreException if it is empty or the header cannot be read
   */
  public static Rows open(Path file, Dialect dialect, ParseOptions options, Consumer<Row> onRagged)
      throws IOException {
    Records records = Records.open(file, dialect);
    try {
      return new Rows(records, options, header(records, options), onRagged);
    } catch (StoreException e) {
      records.close();
      throw e;
    }
  }

  private static Header header(Records records, ParseOptions options) {
    if (options.header().isPresent()) {
      return Header.of(options.header().get());
    }
    if (!records.hasNext()) {
      throw StoreException.refused(
          Fault.of("empty-file", "the file is empty; it needs a line with the columns' names"));
    }
    return Header.of(records.next().cells());
  }

  public Header header() {
    return header;
  }

  /** Rows with too few or too many cells, so far. */
  public Misfits ragged() {
    return ragged;
  }

  /** Number of short rows that were skipped as declared, so far. */
  public long skipped() {
    return skipped;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && records.hasNext()) {
      next = fitted(records.next());
    }
    return next.isPresent();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next.orElseThrow();
    next = Optional.empty();
    return row;
  }

  private Optional<Row> fitted(Row row) {
    int width = header.width();
    int size = row.cells().size();
    if (size == width) {
      return Optional.of(row);
    }
    if (size < width && options.shortRows() == ShortRows.SKIP) {
      skipped++;
      return Optional.empty();
    }
    if (size < width && options.shortRows() == ShortRows.PAD) {
      List<String> cells = new ArrayList<>(row.cells());
      while (cells.size() < width) {
        cells.add("");
      }
      return Optional.of(new Row(row.line(), cells));
    }
    if (size > width && options.longRows() == LongRows.JOIN) {
      List<String> cells = new ArrayList<>(row.cells().subList(0, width - 1));
      cells.add(String.join(",", row.cells().subList(width - 1, size)));
      return Optional.of(new Row(row.line(), cells));
    }
    onRagged.accept(row);
    ragged.add(row.line(), "the row has %d cells, the header %d".formatted(size, width));
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
