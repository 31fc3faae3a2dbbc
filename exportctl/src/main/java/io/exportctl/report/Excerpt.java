package io.exportctl.report;

import io.exportctl.diagnostic.Location;
import io.exportctl.text.CodePoints;
import io.exportctl.text.DisplayWidth;
import io.exportctl.text.Quotation;

/**
 * Excerpt of a source line with an underlined span.
 *
 * @param text the line, or a part of it if it is long
 * @param indent the space before the underline, with a tab under each tab so that both align in a
 *     terminal
 * @param underline a {@code ^} followed by {@code ~}, as wide as the span
 */
record Excerpt(String text, String indent, String underline) {

  private static final String CUT = "…";

  /**
   * Cuts an excerpt out of the line of a location.
   *
   * @param widest the maximum length of the excerpt in code points
   */
  static Excerpt of(Location location, int widest) {
    String line = location.source();
    int length = CodePoints.count(line);
    int start = Math.min(location.column() - 1, length);
    int first = length <= widest ? 0 : Math.max(0, start - widest / 4);
    int last = Math.min(length, first + widest);
    int end = Math.max(start, Math.min(start + location.length(), last));
    String before = first > 0 ? CUT : "";
    String after = last < length ? CUT : "";
    int[] shown = CodePoints.substring(line, first, last).codePoints().toArray();
    StringBuilder text = new StringBuilder(before);
    StringBuilder indent = new StringBuilder(" ".repeat(before.length()));
    int underlined = 0;
    for (int i = 0; i < shown.length; i++) {
      boolean tab = shown[i] == '\t';
      int width = tab ? 1 : DisplayWidth.of(shown[i]);
      if (tab || (' ' <= shown[i] && shown[i] <= '~')) {
        text.appendCodePoint(shown[i]);
      } else {
        text.append(Quotation.printable(Character.toString(shown[i])));
      }
      if (first + i < start) {
        indent.append(tab ? "\t" : " ".repeat(width));
      } else if (first + i < end) {
        underlined += width;
      }
    }
    return new Excerpt(text.append(after).toString(), indent.toString(), underline(underlined));
  }

  private static String underline(int width) {
    return "^" + "~".repeat(Math.max(0, width - 1));
  }
}
