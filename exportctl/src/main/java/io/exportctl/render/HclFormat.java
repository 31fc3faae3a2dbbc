package io.exportctl.render;

/**
 * Output format of Terraform files: every value is escaped for a <a
 * href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions">quoted
 * HCL string</a>, so that it stays one literal there and one line in a comment.
 */
final class HclFormat extends EscapingFormat {

  static final HclFormat INSTANCE = new HclFormat();

  private HclFormat() {
    super("HCL", "text/plain");
  }

  @Override
  public String escapePlainText(String text) {
    return isPlain(text) ? text : escape(text);
  }

  /** Returns true if a text needs no escaping, as almost every value. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char character) {
    return switch (character) {
      case '"', '\\', '$', '%' -> false;
      default -> character >= ' ' && character <= '~';
    };
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean beforeBrace = i + 1 < text.length() && text.charAt(i + 1) == '{';
      switch (character) {
        case '"', '\\' -> escaped.append('\\').append(character);
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        case '$', '%' ->
            escaped.append(beforeBrace ? String.valueOf(character).repeat(2) : character);
        default -> escaped.append(isVisible(character) ? character : unicode(character));
      }
    }
    return escaped.toString();
  }

  private static boolean isVisible(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String unicode(char character) {
    return String.format("\\u%04X", (int) character);
  }
}
