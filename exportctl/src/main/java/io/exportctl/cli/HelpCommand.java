package io.exportctl.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a command, as {@code --help} after it does. */
@Command(
    name = "help",
    description = "Explain a command, as --help after it does.",
    footer = {"", "Examples:", "  exportctl help", "  exportctl help validate"})
final class HelpCommand implements Callable<Integer> {

  private final ExportctlCommand top;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..1",
      description = "What to explain. Default: the tool, with a list of its commands.")
  private Optional<String> command = Optional.empty();

  HelpCommand(ExportctlCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    command.map(top::command).orElse(spec.parent()).commandLine().usage(top.out());
    return ExitStatus.FINE;
  }
}
