package io.exportctl.render;

/**
 * Output format of JSON files: every value is escaped for a <a
 * href="https://www.rfc-editor.org/rfc/rfc8259#section-7">string</a>, so that it stays one there.
 * Characters that an editor may hide or show as a line break are escaped too.
 */
final class JsonFormat extends EscapingFormat {

  static final JsonFormat INSTANCE = new JsonFormat();

  private JsonFormat() {
    super("JSON", "application/json");
  }

  @Override
  public String escapePlainText(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        escaped.append('\\').append(character);
      } else if (isVisible(character)) {
        escaped.append(character);
      } else {
        escaped.append(String.format("\\u%04x", (int) character));
      }
    }
    return escaped.toString();
  }

  /** Returns false for half a surrogate pair too, which has no form in UTF-8. */
  private static boolean isVisible(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
