package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.completion.CommandCandidates;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help of a command, like {@code --help} after it. */
@Command(
    name = "help",
    description = "Explain a command, as --help after it does.",
    footer = {"", "Examples:", "  exportctl help", "  exportctl help validate"})
final class HelpCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      completionCandidates = CommandCandidates.class,
      arity = "0..*",
      description = "What to explain. Default: the tool, with a list of its commands.")
  private List<String> command = List.of();

  HelpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    NamedCommand.find(spec.parent(), command).commandLine().usage(session.out());
    return ExitStatus.FINE;
  }
}
