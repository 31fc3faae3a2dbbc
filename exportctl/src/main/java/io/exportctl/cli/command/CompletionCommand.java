package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.completion.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the script with which a shell completes commands, options and datasets. */
@Command(
    name = "completion",
    description = "Print a script for a shell: Tab then completes commands and datasets.",
    footer = {
      "",
      "Examples:",
      "  exportctl completion bash > ~/.exportctl-completion",
      "  exportctl completion zsh",
      "  exportctl completion fish > ~/.config/fish/completions/exportctl.fish",
      "",
      "In ~/.bashrc, or in ~/.zshrc after compinit:",
      "  source <(exportctl completion bash)"
    })
final class CompletionCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "SHELL",
      converter = Shell.Converter.class,
      completionCandidates = Shell.Converter.class,
      description = "${COMPLETION-CANDIDATES}.")
  private Shell shell;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.out().print(shell.script());
    return ExitStatus.FINE;
  }
}
