package io.exportctl.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.exportctl.source.fault.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** File of the rows that a load put aside, which people open in a spreadsheet. */
public final class RejectedRows implements Closeable {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final CsvWriter writer;
  private long count;

  private RejectedRows(CsvWriter writer) {
    this.writer = writer;
  }

  public static RejectedRows create(Path file) throws IOException {
    CsvWriter writer = CsvWriter.builder().build(Files.newBufferedWriter(file, UTF_8));
    writer.writeRecord("line", "fault", "cells");
    return new RejectedRows(writer);
  }

  /** Adds a row: its line, the fault, and its cells. */
  public void add(Row row, Fault fault) {
    List<String> cells = new ArrayList<>();
    cells.add(Long.toString(row.line()));
    cells.add(fault.sentence());
    row.cells().forEach(it -> cells.add(harmless(it)));
    writer.writeRecord(cells);
    count++;
  }

  /**
   * A spreadsheet takes a cell that begins like a formula for one; a quote in front prevents it.
   */
  private static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }

  /** Writes what is buffered. */
  public void flush() throws IOException {
    writer.flush();
  }

  public long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
