package io.exportctl.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> has them.
 */
public final class Csv {

  /** Beginnings that a spreadsheet takes for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /**
   * Returns a line without its line break. A text that a spreadsheet would calculate gets an
   * apostrophe in front, as <a
   * href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a> advises.
   */
  public static String line(List<String> values) {
    return values.stream().map(Csv::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String harmless = isFormula ? "'" + text : text;
    boolean isQuoted = harmless.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
    return isQuoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}
