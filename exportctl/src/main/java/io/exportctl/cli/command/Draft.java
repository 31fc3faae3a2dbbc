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
 * What does not exist yet, validated as if it did.
 *
 * @param check what is found in it, made of such values by key
 */
public record Draft(Session session, Function<Map<String, List<String>>, Diagnostics> check) {

  /** Whether values that were given are wrong, which is then said. */
  boolean isRefused(Map<String, List<String>> values) {
    Diagnostics faults = faults(values);
    if (faults.all().isEmpty()) {
      return false;
    }
    session.print(faults);
    session.environment().err().println("exportctl: nothing was written; mend the command");
    return true;
  }

  /** What is wrong with values that were given. */
  public Diagnostics faults(Map<String, List<String>> values) {
    return check.apply(values).errors().filter(found -> found.rule() != RuleId.PLACEHOLDER);
  }

  /** Asks for what was not given, where a person is there to answer. */
  void complete(List<Property> missing, Map<String, List<String>> values) {
    if (session.environment().terminalIn()) {
      Questions questions = new Questions(session);
      missing.forEach(property -> questions.ask(property, this, values));
    }
  }

  /** Prints what may be right and is to be looked at, and what is left to fill in. */
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
