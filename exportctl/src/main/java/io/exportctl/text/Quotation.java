package io.exportctl.text;

/** Makes text from a user's file safe to print: in quotes, on one line, at most 40 code points. */
public final class Quotation {

  /** Longest text in code points, so that a message of 100 has room for other words. */
  private static final int LONGEST = 40;

  private Quotation() {}

  /** Returns the text in double quotes, cut at 40 code points. */
  public static String quote(String text) {
    return '"' + cut(text) + '"';
  }

  /** Returns the text without quotes, cut at 40 code points. */
  public static String cut(String text) {
    return printable(cut(text, LONGEST));
  }

  /**
   * Replaces everything that a terminal would act on: control characters (a YAML escape such as
   * {@code \e} can smuggle one in) and the format characters that reorder what a reviewer sees (<a
   * href="https://trojansource.codes">trojansource.codes</a>).
   */
  public static String printable(String text) {
    return isAscii(text) ? text : replaced(text);
  }

  /** Returns true if a text is printable ASCII. */
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String replaced(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (Character.getType(point)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    safe.append(point == '\n' ? "\\n" : point == '\t' ? "\\t" : "\uFFFD");
                default -> safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }

  private static String cut(String text, int codePoints) {
    if (text.codePointCount(0, text.length()) <= codePoints) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, codePoints - 1)) + "…";
  }
}
