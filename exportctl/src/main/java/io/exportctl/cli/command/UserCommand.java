package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Changes a user in many datasets at once. */
@Command(
    name = "user",
    description = "Rename, remove or add a user in many datasets at once.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done everywhere, so nothing was (--diff: something would change).",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl user rename alpha_user_bo alpha_user_bob",
      "  exportctl user remove alpha_user_chen --everywhere",
      "  exportctl user add alpha_user_dee --to prison_arrivals"
    })
final class UserCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec spec;

  UserCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(session.environment().err());
    return ExitStatus.WRONG_USAGE;
  }
}
