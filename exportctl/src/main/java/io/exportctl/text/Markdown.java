package io.exportctl.text;

/** Escapes text for Markdown with HTML, as GitHub shows it. */
public final class Markdown {

  private Markdown() {}

  /** Returns text in which special characters are character references. */
  public static String literal(String text) {
    StringBuilder literal = new StringBuilder();
    Quotation.printable(text)
        .codePoints()
        .forEach(
            point -> {
              if (point > '~'
                  || Character.isLetterOrDigit(point)
                  || " .,-/\"'".indexOf(point) >= 0) {
                literal.appendCodePoint(point);
              } else {
                literal.append("&#").append(point).append(';');
              }
            });
    return literal.toString().replace("www.", "www&#46;");
  }
}
