package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.dataset.DatasetKind;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the file of a new dataset, with a subcommand for each kind. */
@Command(
    name = "new",
    description = "Write the file of a new dataset; what is not given is asked for, or left blank.",
    synopsisSubcommandLabel = "KIND",
    commandListHeading = "%nKinds:%n",
    footer = {"", "Examples:", "  exportctl new push new_project", "  exportctl new pull --help"})
final class NewCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec spec;

  private NewCommand(Session session) {
    this.session = session;
  }

  /**
   * Returns the command with a subcommand for each kind, whose options come from the schema of the
   * kind.
   */
  static CommandLine of(Session session) {
    CommandLine command = new CommandLine(new NewCommand(session));
    for (DatasetKind kind : DatasetKind.values()) {
      command.addSubcommand(kind.id(), NewDatasetCommand.of(session, kind));
    }
    return command;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(session.environment().err());
    return ExitStatus.WRONG_USAGE;
  }
}
