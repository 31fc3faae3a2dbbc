package io.exportctl.diagnostic;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong in a user's file: where, what and how to mend it.
 *
 * @param rule the id of the rule that found it, a kebab-case noun that never changes
 * @param message one lower-case clause: what was found, then what is expected
 * @param help an imperative that mends it
 */
public record Diagnostic(
    Severity severity, Location location, String rule, String message, Optional<String> help)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::location)
          .thenComparing(Diagnostic::rule)
          .thenComparing(Diagnostic::message);

  public static Diagnostic error(Location location, String rule, String message) {
    return new Diagnostic(Severity.ERROR, location, rule, message, Optional.empty());
  }

  public Diagnostic withHelp(String help) {
    return new Diagnostic(severity, location, rule, message, Optional.of(help));
  }

  /** Source order: file, line, column; then rule and message, so that it is total. */
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}
