package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Quotation;
import io.exportctl.diagnostic.Severity;
import java.io.PrintWriter;
import java.util.List;

/**
 * Prints for a person: place, message and rule, the line with the span underlined, how to mend it,
 * and the line as it would then be.
 */
public final class TextPrinter implements Printer {

  private static final int WIDEST_EXCERPT = 120;
  private static final String GREEN = "32";

  private final PrintWriter out;
  private final boolean color;
  private final boolean quiet;

  /**
   * @param quiet without a summary
   */
  public TextPrinter(PrintWriter out, boolean color, boolean quiet) {
    this.out = out;
    this.color = color;
    this.quiet = quiet;
  }

  /** All problems that are shown, and a summary. */
  @Override
  public void print(Report report) {
    print(report.shown());
    if (report.hidden() > 0) {
      out.println("and " + report.hidden() + " more; --max-problems 0 shows all");
    }
    if (!quiet) {
      out.println(Summary.of(report));
    }
  }

  /** The problems alone. */
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
    printMended(MendedLine.of(diagnostic), location);
  }

  private void printExcerpt(Location location, String underlineColor) {
    Excerpt excerpt = Excerpt.of(location, WIDEST_EXCERPT);
    String number = Integer.toString(location.line());
    String gutter = " ".repeat(number.length()) + " |";
    out.println(gutter);
    out.println((number + " | " + excerpt.text()).stripTrailing());
    out.println(gutter + " " + excerpt.indent() + paint(underlineColor, excerpt.underline()));
  }

  /** In place of the line above it, with {@code +} as in a diff. */
  private void printMended(List<String> lines, Location location) {
    String number = Integer.toString(location.line());
    for (String line : lines) {
      Location mended = new Location(location.file(), location.line(), location.column(), 1, line);
      String text = Excerpt.of(mended, WIDEST_EXCERPT).text();
      out.println(paint(GREEN, (number + " + " + text).stripTrailing()));
    }
  }

  private String bold(String text) {
    return paint("1", text);
  }

  private String paint(String codes, String text) {
    return color ? "\u001B[" + codes + "m" + text + "\u001B[0m" : text;
  }
}
