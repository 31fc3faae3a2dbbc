package io.exportctl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders the rules' simple Markdown for a terminal: wraps paragraphs, indents code, and prints
 * bold text if colors are on.
 */
final class TerminalText {

  private static final int WIDTH = 80;
  private static final String FENCE = "```";
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

  /** A file's name above its content. */
  private static final Pattern CAPTION = Pattern.compile("`([^`]+)`(.*:)");

  private final boolean color;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();

  private TerminalText(boolean color) {
    this.color = color;
  }

  static List<String> of(String markdown, boolean color) {
    TerminalText text = new TerminalText(color);
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith(FENCE)) {
        code = !code;
      } else if (code) {
        text.lines.add(("    " + line).stripTrailing());
      } else if (line.isBlank()) {
        text.endParagraph();
        text.lines.add("");
      } else {
        text.paragraph.append(text.paragraph.isEmpty() ? "" : " ").append(line);
      }
    }
    text.endParagraph();
    return List.copyOf(text.lines);
  }

  private void endParagraph() {
    String text = paragraph.toString();
    paragraph.setLength(0);
    Matcher caption = CAPTION.matcher(text);
    StringBuilder line = new StringBuilder();
    for (String word : (caption.matches() ? caption.replaceFirst("$1$2") : text).split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      add(line.toString());
    }
  }

  private void add(String line) {
    lines.add(BOLD.matcher(line).replaceAll(color ? "\u001B[1m$1\u001B[0m" : "$1"));
  }
}
