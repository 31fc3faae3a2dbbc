package io.exportctl.text;

/** Length and parts of a line in code points. */
public final class CodePoints {

  private CodePoints() {}

  public static int count(String line) {
    return line.codePointCount(0, line.length());
  }

  /**
   * Returns a part of a line.
   *
   * @param first index of the first code point, 0-based
   * @param last index after the last code point, 0-based
   */
  public static String substring(String line, int first, int last) {
    if (count(line) == line.length()) {
      return line.substring(first, last);
    }
    int from = line.offsetByCodePoints(0, first);
    return line.substring(from, line.offsetByCodePoints(from, last - first));
  }
}
