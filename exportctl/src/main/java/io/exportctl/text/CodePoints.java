package io.exportctl.text;

/** Parts of a line by code points, at once where each is one {@code char}, as in most lines. */
public final class CodePoints {

  private CodePoints() {}

  public static int count(String line) {
    return line.codePointCount(0, line.length());
  }

  /**
   * @param first 0-based
   * @param last 0-based, without it; both within the line
   */
  public static String substring(String line, int first, int last) {
    if (count(line) == line.length()) {
      return line.substring(first, last);
    }
    int from = line.offsetByCodePoints(0, first);
    return line.substring(from, line.offsetByCodePoints(from, last - first));
  }
}
