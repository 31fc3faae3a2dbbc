package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.completion.UserCandidates;
import io.exportctl.cli.option.UserEdits;
import io.exportctl.fix.UserChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Renames a user in all datasets. */
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

  @Mixin private final UserEdits edits;

  @Parameters(
      index = "0",
      paramLabel = "USER",
      completionCandidates = UserCandidates.class,
      description = "The name that is there.")
  private String from;

  @Parameters(index = "1", paramLabel = "NEW", description = "The name of the user's role now.")
  private String to;

  UserRenameCommand(Session session) {
    this.edits = new UserEdits(session);
  }

  @Override
  public Integer call() {
    if (from.equals(to)) {
      throw new UsageException("USER and NEW are the same");
    }
    return edits.make(new UserChange.Rename(from, to), List.of());
  }
}
