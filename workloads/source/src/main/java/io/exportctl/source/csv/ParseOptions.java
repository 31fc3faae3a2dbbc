package io.exportctl.source.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code parse} of a source: what is declared about a file.
 *
 * @param encoding the file's; detected if it is missing
 * @param delimiter 1 to 4 characters; detected if it is missing
 * @param quoted false for a file in which a quote is a letter like others
 * @param header names of the columns of a file without a header line
 * @param nullValues cells that stand for a missing value; upper and lower case are the same
 * @param maxRejected rows that may be put aside before a load fails
 */
public record ParseOptions(
    Optional<Charset> encoding,
    Optional<String> delimiter,
    boolean quoted,
    Optional<List<String>> header,
    List<String> nullValues,
    ShortRows shortRows,
    LongRows longRows,
    long maxRejected) {

  /** Nothing declared. */
  public static final ParseOptions DETECTED =
      new ParseOptions(
          Optional.empty(),
          Optional.empty(),
          true,
          Optional.empty(),
          List.of("", "\"\"", "NULL", "None", "N/A", "''"),
          ShortRows.ERROR,
          LongRows.ERROR,
          0);

  /** Copies the lists. */
  public ParseOptions {
    header = header.map(List::copyOf);
    nullValues = List.copyOf(nullValues);
  }

  /** Returns these options with a dialect of a certain file in place of one that is detected. */
  public ParseOptions with(Optional<Charset> chosenEncoding, Optional<String> chosenDelimiter) {
    return new ParseOptions(
        encoding.or(() -> chosenEncoding),
        delimiter.or(() -> chosenDelimiter),
        quoted,
        header,
        nullValues,
        shortRows,
        longRows,
        maxRejected);
  }

  /** Treatment of a row with fewer cells than the header. */
  public enum ShortRows {
    ERROR,
    SKIP,
    /** Missing cells are empty. */
    PAD
  }

  /** Treatment of a row with more cells than the header. */
  public enum LongRows {
    ERROR,
    /** The last column takes the rest, with commas between. */
    JOIN
  }
}
