package io.exportctl.report;

import io.exportctl.diagnostic.Location;
import io.exportctl.text.CodePoints;
import io.exportctl.text.DisplayWidth;
import io.exportctl.text.Quotation;

/**
 * The part of a source line that is shown, and what stands under it.
 *
 * @param text the line, or a window of it when it is long
 * @param indent what stands in front of the underline: a tab under each tab, so that both move
 *     alike in a terminal
 * @param underline one {@code ^}, then {@code ~}, as wide as what is meant
 */
record Excerpt(String text, String indent, String underline) {

  private static final String CUT = "…";

  /**
   * @param widest code points of the line that are shown at most
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
