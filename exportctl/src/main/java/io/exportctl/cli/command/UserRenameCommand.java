package io.exportctl.cli.command;

import io.exportctl.cli.ExportctlCommand;
import io.exportctl.cli.option.UserEdits;
import io.exportctl.fix.UserChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a user another name, in all datasets. */
@Command(
    name = "rename",
    description = "Rename a user in all datasets.",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done everywhere, so nothing was (--diff: something would change).",
      "2:The command was used wrongly, or there is no such user.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl user rename alpha_user_bo alpha_user_bob",
      "  exportctl user rename alpha_user_bo alpha_user_bob --diff"
    })
final class UserRenameCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private final UserEdits edits;

  @Parameters(index = "0", paramLabel = "USER", description = "The name that is there.")
  private String from;

  @Parameters(index = "1", paramLabel = "NEW", description = "The name of the user's role now.")
  private String to;

  UserRenameCommand(ExportctlCommand top) {
    this.edits = new UserEdits(top);
  }

  @Override
  public Integer call() {
    if (from.equals(to)) {
      throw new ParameterException(spec.commandLine(), "USER and NEW are the same");
    }
    return edits.make(new UserChange.Rename(from, to), List.of());
  }
}
