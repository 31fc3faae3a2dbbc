package io.exportctl.site;

import io.exportctl.text.DisplayWidth;
import io.exportctl.text.Quotation;
import java.util.ArrayList;
import java.util.List;

/** Lines of a text that has to fit a picture. */
final class Wrapped {

  private static final String BREAKS = " /:-_.,";

  private Wrapped() {}

  /**
   * Breaks a text behind spaces and the marks of names, or anywhere else if there is none.
   *
   * @param width width of a line in cells of the terminal, which are as wide as a Latin letter
   * @param most maximum number of lines; the last one ends in an ellipsis if there are more
   */
  static List<String> of(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = Quotation.printable(text);
    while (DisplayWidth.of(rest) > width) {
      int end = end(rest, width);
      if (lines.size() + 1 == most) {
        lines.add(rest.substring(0, end).strip() + "…");
        return lines;
      }
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  /** Returns the index behind the last character of a line. */
  private static int end(String text, int width) {
    int end = 0;
    int soft = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += DisplayWidth.of(Character.toString(point));
      if (used > width) {
        break;
      }
      end += Character.charCount(point);
      if (BREAKS.indexOf(point) >= 0) {
        soft = end;
      }
    }
    return 2 * soft > end ? soft : Math.max(end, Character.charCount(text.codePointAt(0)));
  }
}
