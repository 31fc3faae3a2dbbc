package io.exportctl.source.csv;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Findings about all rows of a file. */
public final class Profile {

  private static final int SAMPLE = 5;

  private final Dialect dialect;
  private final Header header;
  private final List<ColumnProfile> columns;
  private final List<Row> sample = new ArrayList<>();
  private final Misfits otherLetters = new Misfits();
  private long rows;
  private long skipped;
  private Misfits ragged = new Misfits();

  private Profile(Dialect dialect, Header header, NullWords nullWords) {
    this.dialect = dialect;
    this.header = header;
    this.columns = header.columns().stream().map(it -> new ColumnProfile(nullWords)).toList();
  }

  /**
   * Reads a file whole.
   *
   * @throws StoreException if it cannot be read to its end, or a column without a name holds values
   */
  public static Profile of(Path file, ParseOptions options) throws IOException {
    Dialect dialect = Dialect.detect(file, options);
    try (Rows rows = Rows.open(file, dialect, options)) {
      Header header = rows.header();
      header.refuseReserved();
      NullWords nullWords = NullWords.of(options.nullValues());
      Profile profile = new Profile(dialect, header, nullWords);
      while (rows.hasNext()) {
        profile.add(rows.next(), nullWords);
      }
      profile.ragged = rows.ragged();
      profile.skipped = rows.skipped();
      return profile;
    }
  }

  private void add(Row row, NullWords nullWords) {
    rows++;
    if (sample.size() < SAMPLE) {
      sample.add(row);
    }
    for (int index : header.nameless()) {
      if (!nullWords.contains(row.cells().get(index).strip())) {
        throw namelessColumn(row.line(), index);
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      String cell = row.cells().get(header.columns().get(i).index());
      columns.get(i).add(row.line(), cell);
      if (dialect.isEncodingGuessed() && cell.chars().anyMatch(it -> it > 127)) {
        otherLetters.add(row.line(), cell);
      }
    }
  }

  /** The fault of values below an empty cell of the header. */
  public static StoreException namelessColumn(long line, int index) {
    return StoreException.refused(
        Fault.inLine(
            "nameless-column",
            line,
            "column " + (index + 1) + " has a value, but no name in the header; name or empty it"));
  }

  public Dialect dialect() {
    return dialect;
  }

  public Header header() {
    return header;
  }

  /** Findings in the order of the header's columns. */
  public List<ColumnProfile> columns() {
    return columns;
  }

  /** The first rows. */
  public List<Row> sample() {
    return List.copyOf(sample);
  }

  public long rows() {
    return rows;
  }

  /** Number of short rows that were skipped, as declared. */
  public long skipped() {
    return skipped;
  }

  /** Rows with too few or too many cells. */
  public Misfits ragged() {
    return ragged;
  }

  /** Cells whose letters may be others than meant, as the encoding was guessed. */
  public Misfits otherLetters() {
    return otherLetters;
  }
}
