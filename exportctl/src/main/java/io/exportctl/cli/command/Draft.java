package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.terminal.Questions;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import io.exportctl.schema.Property;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Content of files that are about to be written, validated before they are.
 *
 * @param check validates the files that the values of these keys would result in
 */
public record Draft(Session session, Function<Map<String, List<String>>, Diagnostics> check) {

  /** Reports invalid values; returns true if there are any. */
  boolean isRefused(Map<String, List<String>> values) {
    Diagnostics faults = faults(values);
    if (faults.all().isEmpty()) {
      return false;
    }
    session.print(faults);
    session.environment().err().println("exportctl: nothing was written; fix the command");
    return true;
  }

  /** Returns the errors in the given values. Placeholders are not errors. */
  public Diagnostics faults(Map<String, List<String>> values) {
    return check.apply(values).errors().filter(found -> found.rule() != RuleId.PLACEHOLDER);
  }

  /**
   * Asks for missing values if standard input is a terminal.
   *
   * @throws ExportctlException if the input ends before the last answer
   */
  void complete(List<Property> missing, Map<String, List<String>> values) {
    if (session.environment().terminalIn() && !missing.isEmpty()) {
      Questions questions = session.questions();
      questions.introduce();
      missing.forEach(property -> questions.ask(property, this, values));
    }
  }

  /** Prints warnings, and the placeholders that have to be filled in. */
  void printRest(Map<String, List<String>> values) {
    Diagnostics found = check.apply(values);
    session.print(found.filter(one -> one.severity() == Severity.WARNING));
    Diagnostics blanks = found.filter(one -> one.rule() == RuleId.PLACEHOLDER);
    if (!blanks.all().isEmpty()) {
      session.out().println("still to fill in:");
      session.print(blanks);
    }
  }
}
