package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.cli.option.RuleConverter;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.report.Explanation;
import io.exportctl.text.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a rule. */
@Command(
    name = "explain",
    description = "Say why a rule is there, and how to fix what it finds, with examples.",
    footer = {"", "Examples:", "  exportctl explain", "  exportctl explain unknown-key"})
final class ExplainCommand implements Callable<Integer> {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private final Session session;

  @Parameters(
      paramLabel = "RULE",
      arity = "0..1",
      converter = RuleConverter.class,
      completionCandidates = RuleConverter.class,
      description = "The word in brackets at the end of a message. Default: list all rules.")
  private Optional<RuleId> rule = Optional.empty();

  @Mixin private final FormatOption format = new FormatOption();

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (format.isJson()) {
      List<RuleId> rules = rule.map(List::of).orElseGet(() -> List.of(RuleId.values()));
      JsonWriter.write(
          session.out(),
          json ->
              json.field("version", VERSION)
                  .array("rules", rules, (item, one) -> Explanation.write(item, one)));
      return ExitStatus.FINE;
    }
    rule.map(one -> Explanation.of(one, session.takesColors()))
        .orElseGet(Explanation::ofAll)
        .forEach(session.out()::println);
    return ExitStatus.FINE;
  }
}
