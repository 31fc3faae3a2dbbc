package io.exportctl.cli;

import io.exportctl.diagnostic.NearestWord;
import io.exportctl.diagnostic.Quotation;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.report.Explanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a rule is about. */
@Command(
    name = "explain",
    description = "Say why a rule is there, and how to mend what it finds, with examples.",
    footer = {"", "Examples:", "  exportctl explain", "  exportctl explain unknown-key"})
final class ExplainCommand implements Callable<Integer> {

  private final ExportctlCommand top;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULE",
      arity = "0..1",
      completionCandidates = RuleIds.class,
      description = "The word in brackets at the end of a message. Default: list all rules.")
  private String rule;

  ExplainCommand(ExportctlCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    if (rule == null) {
      Explanation.ofAll().forEach(top.out()::println);
    } else {
      Explanation.of(find(rule), top.takesColors()).forEach(top.out()::println);
    }
    return ExitStatus.FINE;
  }

  private RuleId find(String id) {
    return RuleId.of(id)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "no rule is called "
                        + Quotation.quote(id)
                        + NearestWord.of(id, RuleIds.list())
                            .map(nearest -> "; did you mean \"" + nearest + "\"?")
                            .orElse("; exportctl explain lists all")));
  }
}
