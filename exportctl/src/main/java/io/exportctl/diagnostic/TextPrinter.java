package io.exportctl.diagnostic;

import java.io.PrintWriter;

/**
 * Prints diagnostics for a person: place, message and rule, the line with the span underlined, and
 * how to mend it.
 */
public final class TextPrinter {

  private static final int WIDEST_EXCERPT = 120;

  private final PrintWriter out;
  private final boolean color;

  public TextPrinter(PrintWriter out, boolean color) {
    this.out = out;
    this.color = color;
  }

  public void print(Diagnostics diagnostics) {
    diagnostics.all().forEach(this::print);
  }

  private void print(Diagnostic diagnostic) {
    Location location = diagnostic.location();
    String label = diagnostic.severity().label() + ":";
    String labelColor = diagnostic.severity() == Severity.ERROR ? "31" : "33";
    out.println(
        bold(Quotation.printable(location.toString()) + ":")
            + " "
            + paint("1;" + labelColor, label)
            + " "
            + diagnostic.message()
            + " ["
            + diagnostic.rule()
            + "]");
    if (!location.isWholeFile()) {
      printExcerpt(location, labelColor);
    }
    diagnostic.help().ifPresent(help -> out.println("  " + bold("help:") + " " + help));
  }

  private void printExcerpt(Location location, String underlineColor) {
    Excerpt excerpt = Excerpt.of(location, WIDEST_EXCERPT);
    String number = Integer.toString(location.line());
    String gutter = " ".repeat(number.length()) + " |";
    out.println(gutter);
    out.println((number + " | " + excerpt.text()).stripTrailing());
    out.println(gutter + " " + excerpt.indent() + paint(underlineColor, excerpt.underline()));
  }

  private String bold(String text) {
    return paint("1", text);
  }

  private String paint(String codes, String text) {
    return color ? "\u001B[" + codes + "m" + text + "\u001B[0m" : text;
  }
}
