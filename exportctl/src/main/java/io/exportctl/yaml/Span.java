package io.exportctl.yaml;

/**
 * Where something stands in a document.
 *
 * @param line 1-based
 * @param column 1-based, in code points
 * @param endLine 1-based; the line that holds the last character, or a later one
 * @param endColumn 1-based, in code points; the place after the last character
 */
public record Span(int line, int column, int endLine, int endColumn) {

  /** A place within one line. */
  public Span(int line, int column, int length) {
    this(line, column, line, column + length);
  }

  /** In code points, within the first line; 1 where it goes on in the next. */
  public int length() {
    return endLine == line ? Math.max(1, endColumn - column) : 1;
  }
}
