package io.exportctl.source.upload;

import io.exportctl.source.csv.CellType;
import io.exportctl.source.fault.Fault;
import java.util.List;
import java.util.Optional;

/**
 * Findings about an uploaded file, kept so that its page reads no file.
 *
 * @param encoding name of the charset
 * @param guessed cells whose letters may be others than meant
 * @param rows number of rows, without those of another width
 * @param columns empty if the file could not be read
 * @param ragged rows of another width than the header
 * @param faults the first rows that do not fit the columns of the source
 * @param faultCount number of such rows
 * @param refusal the reason why the file cannot be read to its end
 */
public record Findings(
    String encoding,
    String delimiter,
    Lines guessed,
    long rows,
    List<Column> columns,
    Lines ragged,
    List<Fault> faults,
    long faultCount,
    Optional<Fault> refusal) {

  /** Copies the lists. */
  public Findings {
    columns = List.copyOf(columns);
    faults = List.copyOf(faults);
  }

  static Findings refused(Fault fault) {
    return new Findings(
        "", "", Lines.NONE, 0, List.of(), Lines.NONE, List.of(), 0, Optional.of(fault));
  }

  /** Number of cells or rows, and the first of them. */
  public record Lines(long count, List<Line> first) {

    static final Lines NONE = new Lines(0, List.of());

    /** Copies the list. */
    public Lines {
      first = List.copyOf(first);
    }
  }

  /**
   * A cell, or a description of a row.
   *
   * @param number 1-based
   */
  public record Line(long number, String text) {

    /** Leaves out the text, which may be personal. */
    @Override
    public String toString() {
      return "line " + number;
    }
  }

  /**
   * A column of the file.
   *
   * @param from its name in the file
   * @param name its name in the table
   * @param proposal the type that fits all cells
   * @param isAmbiguous true if day and month cannot be told apart
   * @param note the reason for a type that one might not expect
   * @param fits the types that may be chosen
   */
  public record Column(
      String from,
      String name,
      ColumnKind proposal,
      boolean isAmbiguous,
      Optional<String> note,
      String description,
      List<String> examples,
      List<Fit> fits) {

    /** Copies the lists. */
    public Column {
      examples = List.copyOf(examples);
      fits = List.copyOf(fits);
    }

    /** Returns the cells that do not fit a type. */
    public Lines misfits(ColumnKind kind) {
      return kind.type() == CellType.TEXT
          ? Lines.NONE
          : fits.stream().filter(it -> it.kind().equals(kind)).findFirst().orElseThrow().misfits();
    }

    /** Leaves out the values, which may be personal. */
    @Override
    public String toString() {
      return "column " + name;
    }
  }

  /** A type with the cells that do not fit it. */
  public record Fit(ColumnKind kind, Lines misfits) {}
}
