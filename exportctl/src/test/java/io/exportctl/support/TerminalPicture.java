package io.exportctl.support;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws colored output of the tool as a terminal, in SVG, for documents. */
public final class TerminalPicture {

  private static final Pattern STYLE = Pattern.compile("\u001B\\[([0-9;]*)m");

  private static final Map<String, String> STYLES =
      Map.of(
          "1", "font-weight=\"bold\"",
          "31", "fill=\"#ff7b72\"",
          "32", "fill=\"#7ee787\"",
          "33", "fill=\"#e3b341\"",
          "1;31", "font-weight=\"bold\" fill=\"#ff7b72\"",
          "1;33", "font-weight=\"bold\" fill=\"#e3b341\"");

  private static final int LINE = 20;
  private static final int MARGIN = 20;
  private static final int WIDTH = 720;

  private TerminalPicture() {}

  /** Returns the picture of a text with the escape sequences of colors. */
  public static String of(String text) {
    List<String> lines = text.lines().toList();
    int height = lines.size() * LINE + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                .formatted(WIDTH, height))
        .append(" font-family=\"monospace\" font-size=\"14\">\n")
        .append("<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#161b22\"/>\n");
    for (int i = 0; i < lines.size(); i++) {
      svg.append("<text xml:space=\"preserve\" x=\"%d\"".formatted(MARGIN))
          .append(" y=\"%d\" fill=\"#e6edf3\">".formatted(MARGIN + (i + 1) * LINE - 5))
          .append(styled(lines.get(i)))
          .append("</text>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private static String styled(String line) {
    StringBuilder styled = new StringBuilder();
    Matcher style = STYLE.matcher(line);
    int done = 0;
    while (style.find()) {
      styled.append(escaped(line.substring(done, style.start())));
      styled.append(
          style.group(1).equals("0") ? "</tspan>" : "<tspan " + STYLES.get(style.group(1)) + ">");
      done = style.end();
    }
    return styled.append(escaped(line.substring(done))).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
