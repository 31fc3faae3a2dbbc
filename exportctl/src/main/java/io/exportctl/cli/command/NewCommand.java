package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.option.KindConverter;
import io.exportctl.dataset.DatasetKind;
import java.util.Optional;
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
    exitCodeList = {
      "0:All is well.",
      "1:A value is not valid, so nothing was written.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
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
    if (session.environment().terminalIn()) {
      String kind =
          session
              .questions()
              .word(
                  "kind of the new dataset (" + KindConverter.kinds("") + ")",
                  word ->
                      DatasetKind.of(word).isPresent()
                          ? Optional.empty()
                          : Optional.of("expected " + KindConverter.kinds("")));
      // Called rather than executed, which would parse again and lose the options given here.
      return ((NewDatasetCommand) spec.subcommands().get(kind).getCommandSpec().userObject())
          .call();
    }
    spec.commandLine().usage(session.environment().err());
    return ExitStatus.WRONG_USAGE;
  }
}
