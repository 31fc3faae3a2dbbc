package io.exportctl.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * A fault in a user's file: its place, a message and advice on how to fix it.
 *
 * @param severity the rule's severity, or error if warnings count as errors
 * @param message one lower-case clause: what was found, then what is expected
 * @param help the remedy as an imperative
 * @param fix the remedy for a machine, if it is known
 * @param related other places that this depends on, one of which may be the cause
 */
public record Diagnostic(
    Severity severity,
    Location location,
    RuleId rule,
    String message,
    Optional<String> help,
    Optional<Fix> fix,
    List<Location> related) {

  public Diagnostic {
    related = List.copyOf(related);
  }

  /** Returns a finding with its rule's severity. */
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

  public Diagnostic withoutFix() {
    return new Diagnostic(severity, location, rule, message, help, Optional.empty(), related);
  }

  public Diagnostic relatedTo(List<Location> related) {
    return new Diagnostic(severity, location, rule, message, help, fix, related);
  }

  /** Returns the same finding as an error. */
  public Diagnostic asError() {
    return new Diagnostic(Severity.ERROR, location, rule, message, help, fix, related);
  }

  /** Returns the same finding as a warning if only the date makes it an error. */
  Diagnostic onAnyDate() {
    return rule.dependsOnDate()
        ? new Diagnostic(Severity.WARNING, location, rule, message, help, fix, related)
        : this;
  }

  /**
   * Order of reports: by file, line and column, then by rule and message. Findings that differ in
   * their advice alone have the same place in it.
   */
  public static int inReports(Diagnostic one, Diagnostic other) {
    int order = one.location.compareTo(other.location);
    order = order != 0 ? order : one.rule.compareTo(other.rule);
    return order != 0 ? order : one.message.compareTo(other.message);
  }
}
