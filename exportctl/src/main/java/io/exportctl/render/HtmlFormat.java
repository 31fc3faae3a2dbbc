package io.exportctl.render;

import io.exportctl.text.Quotation;

/**
 * Output format of pages: every value is escaped for text and for a quoted attribute of <a
 * href="https://html.spec.whatwg.org/multipage/syntax.html">HTML</a>, and its control characters
 * are made visible. Templates quote each attribute, and take links from {@code site.Link} only.
 */
final class HtmlFormat extends EscapingFormat {

  static final HtmlFormat INSTANCE = new HtmlFormat();

  private HtmlFormat() {
    super("HTML", "text/html");
  }

  @Override
  public String escapePlainText(String text) {
    String visible = Quotation.printable(text);
    for (int i = 0; i < visible.length(); i++) {
      if (isMarkup(visible.charAt(i))) {
        return escape(visible);
      }
    }
    return visible;
  }

  private static boolean isMarkup(char character) {
    return switch (character) {
      case '&', '<', '>', '"', '\'', '`' -> true;
      default -> false;
    };
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isMarkup(character)) {
        escaped.append("&#").append((int) character).append(';');
      } else {
        escaped.append(character);
      }
    }
    return escaped.toString();
  }
}
