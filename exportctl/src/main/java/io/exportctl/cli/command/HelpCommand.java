package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.ExportctlCommand;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a command, as {@code --help} after it does. */
@Command(
    name = "help",
    description = "Explain a command, as --help after it does.",
    footer = {"", "Examples:", "  exportctl help", "  exportctl help validate"})
final class HelpCommand implements Callable<Integer> {

  private final ExportctlCommand top;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "What to explain. Default: the tool, with a list of its commands.")
  private List<String> command = List.of();

  HelpCommand(ExportctlCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    top.command(command).commandLine().usage(top.out());
    return ExitStatus.FINE;
  }
}
