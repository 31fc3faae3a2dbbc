package io.exportctl.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong in a user's file: where, what and how to mend it.
 *
 * @param severity the rule's own, or an error where warnings are asked to be errors
 * @param message one lower-case clause: what was found, then what is expected
 * @param help an imperative that mends it
 * @param fix the same for a machine, where it is known
 * @param related other places that this depends on: a change there may be its cause
 */
public record Diagnostic(
    Severity severity,
    Location location,
    RuleId rule,
    String message,
    Optional<String> help,
    Optional<Fix> fix,
    List<Location> related)
    implements Comparable<Diagnostic> {

  public Diagnostic {
    related = List.copyOf(related);
  }

  /** A finding that weighs as much as its rule. */
  public static Diagnostic of(Location location, RuleId rule, String message) {
    return new Diagnostic(
        rule.severity(), location, rule, message, Optional.empty(), Optional.empty(), List.of());
  }

  public Diagnostic withHelp(String help) {
    return new Diagnostic(severity, location, rule, message, Optional.of(help), fix, related);
  }

  public Diagnostic withFix(Fix fix) {
    return new Diagnostic(severity, location, rule, message, help, Optional.of(fix), related);
  }

  public Diagnostic relatedTo(List<Location> related) {
    return new Diagnostic(severity, location, rule, message, help, fix, related);
  }

  /** The same as an error, whatever its rule weighs. */
  public Diagnostic asError() {
    return new Diagnostic(Severity.ERROR, location, rule, message, help, fix, related);
  }

  /** Source order: file, line, column; then rule and message, so that it is total. */
  @Override
  public int compareTo(Diagnostic other) {
    int order = location.compareTo(other.location);
    order = order != 0 ? order : rule.compareTo(other.rule);
    return order != 0 ? order : message.compareTo(other.message);
  }
}
