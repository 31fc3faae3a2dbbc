package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.text.Quotation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints for a person: place, message, rule and a mark if {@code fix} can take it, the line with
 * the span underlined, the help, and the line after the fix.
 */
public final class TextPrinter implements Printer {

  private static final int WIDEST_EXCERPT = 120;
  private static final String GREEN = "32";

  private final PrintWriter out;
  private final boolean color;
  private final boolean quiet;

  /**
   * Creates a printer.
   *
   * @param quiet true to leave out the summary
   */
  public TextPrinter(PrintWriter out, boolean color, boolean quiet) {
    this.out = out;
    this.color = color;
    this.quiet = quiet;
  }

  /** Prints the shown problems and a summary. */
  @Override
  public void print(Report report) {
    print(report.shown());
    if (report.hidden() > 0) {
      out.println("and " + report.hidden() + " more; --max-problems 0 shows all");
    }
    if (!quiet) {
      out.println(Summary.of(report));
      Summary.fixable(report.found()).ifPresent(out::println);
    }
  }

  /** Prints problems without a summary. */
  public void print(Diagnostics diagnostics) {
    for (Diagnostic diagnostic : diagnostics.all()) {
      out.print(text(diagnostic));
    }
  }

  private String text(Diagnostic diagnostic) {
    List<String> lines = new ArrayList<>();
    Location location = diagnostic.location();
    String labelColor = diagnostic.severity() == Severity.ERROR ? "31" : "33";
    lines.add(
        bold(Quotation.printable(location.toString()) + ":")
            + " "
            + paint("1;" + labelColor, diagnostic.severity().label() + ":")
            + " "
            + diagnostic.message()
            + " ["
            + diagnostic.rule()
            + "]"
            + (Summary.isFixable(diagnostic) ? " " + Summary.FIXABLE : ""));
    if (!location.isWholeFile()) {
      addExcerpt(location, labelColor, lines);
    }
    if (diagnostic.help().isPresent()) {
      lines.add("  " + bold("help:") + " " + diagnostic.help().get());
    }
    addFixed(FixLine.of(diagnostic), location, lines);
    lines.add("");
    return String.join(System.lineSeparator(), lines);
  }

  private void addExcerpt(Location location, String underlineColor, List<String> lines) {
    Excerpt excerpt = Excerpt.of(location, WIDEST_EXCERPT);
    String number = Integer.toString(location.line());
    String gutter = " ".repeat(number.length()) + " |";
    lines.add(gutter);
    lines.add((number + " | " + excerpt.text()).stripTrailing());
    lines.add(gutter + " " + excerpt.indent() + paint(underlineColor, excerpt.underline()));
  }

  /** Adds the fixed lines, with {@code +} as in a diff. */
  private void addFixed(List<String> fixed, Location location, List<String> lines) {
    String number = Integer.toString(location.line());
    for (String line : fixed) {
      Location place = new Location(location.file(), location.line(), location.column(), 1, line);
      String text = Excerpt.of(place, WIDEST_EXCERPT).text();
      lines.add(paint(GREEN, (number + " + " + text).stripTrailing()));
    }
  }

  private String bold(String text) {
    return paint("1", text);
  }

  private String paint(String codes, String text) {
    return color ? "\u001B[" + codes + "m" + text + "\u001B[0m" : text;
  }
}
