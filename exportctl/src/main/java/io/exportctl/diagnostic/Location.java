package io.exportctl.diagnostic;

/**
 * A place in a file that a person can go to.
 *
 * @param file the path as it is printed, with forward slashes
 * @param line 1-based; 0 means the file as a whole
 * @param column 1-based, in code points; 0 means the file as a whole
 * @param length how many code points of the line are meant, at least 1
 * @param source the text of the line without its line break; empty for a file as a whole
 */
public record Location(String file, int line, int column, int length, String source)
    implements Comparable<Location> {

  public Location {
    length = Math.max(1, length);
  }

  /** The file as a whole. */
  public static Location of(String file) {
    return new Location(file, 0, 0, 1, "");
  }

  public boolean isWholeFile() {
    return line == 0;
  }

  /** The form that editors and terminals turn into a link: {@code file:line:column}. */
  @Override
  public String toString() {
    return isWholeFile() ? file : file + ":" + line + ":" + column;
  }

  /** What Java makes up for a record at run time takes as long as to check hundreds of files. */
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
