package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.cli.completion.UserCandidates;
import io.exportctl.cli.option.UserEdits;
import io.exportctl.fix.UserChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a user access to more datasets. */
@Command(
    name = "add",
    description = "Add a user to datasets.",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done everywhere, so nothing was (--diff: something would change).",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl user add alpha_user_dee --to prison_arrivals pull/court_dashboard",
      "  exportctl user add alpha_user_dee --to prison_arrivals --diff"
    })
final class UserAddCommand implements Callable<Integer> {

  @Mixin private final UserEdits edits;

  @Parameters(
      paramLabel = "USER",
      completionCandidates = UserCandidates.class,
      description = "The name of the user's role.")
  private String user;

  @Option(
      names = "--to",
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      arity = "1..*",
      required = true,
      description = "To these: NAME, or KIND/NAME where two have the same.")
  private List<String> datasets = List.of();

  UserAddCommand(Session session) {
    this.edits = new UserEdits(session);
  }

  @Override
  public Integer call() {
    return edits.make(new UserChange.Add(user), datasets);
  }
}
