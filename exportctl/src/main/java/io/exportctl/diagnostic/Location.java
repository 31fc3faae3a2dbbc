package io.exportctl.diagnostic;

/**
 * A place in a file.
 *
 * @param file path for printing, with forward slashes
 * @param line 1-based; 0 for the whole file
 * @param column 1-based, in code points; 0 for the whole file
 * @param length number of code points on the line, at least 1
 * @param source text of the line without its line break; empty for a whole file
 */
public record Location(String file, int line, int column, int length, String source)
    implements Comparable<Location> {

  /** Path that is printed for a text from standard input. */
  public static final String STANDARD_INPUT = "<stdin>";

  public Location {
    length = Math.max(1, length);
  }

  /** Returns a location for the whole file. */
  public static Location of(String file) {
    return new Location(file, 0, 0, 1, "");
  }

  public boolean isWholeFile() {
    return line == 0;
  }

  /** Returns {@code file:line:column}, which editors and terminals turn into a link. */
  @Override
  public String toString() {
    return isWholeFile() ? file : file + ":" + line + ":" + column;
  }

  /**
   * Written by hand: the JVM links a record's generated methods on first use, which takes
   * milliseconds.
   */
  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + column;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Location location
        && compareTo(location) == 0
        && source.equals(location.source);
  }

  @Override
  public int compareTo(Location other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : Integer.compare(line, other.line);
    order = order != 0 ? order : Integer.compare(column, other.column);
    return order != 0 ? order : Integer.compare(length, other.length);
  }
}
