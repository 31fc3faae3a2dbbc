package io.exportctl.yaml;

/**
 * A range of characters in a document.
 *
 * @param line 1-based
 * @param column 1-based, in code points
 * @param endLine 1-based; the line that holds the last character, or a later one
 * @param endColumn 1-based, in code points; the place after the last character
 */
public record Span(int line, int column, int endLine, int endColumn) {

  /** Creates a span within one line. */
  public Span(int line, int column, int length) {
    this(line, column, line, column + length);
  }

  /**
   * Returns the length on the first line in code points; 1 if the span continues on the next line.
   */
  public int length() {
    return endLine == line ? Math.max(1, endColumn - column) : 1;
  }
}
