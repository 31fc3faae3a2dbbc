package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.cli.completion.UserCandidates;
import io.exportctl.cli.option.UserEdits;
import io.exportctl.fix.UserChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a user from datasets. */
@Command(
    name = "remove",
    description = "Remove a user from datasets; none is left without users.",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done everywhere, so nothing was (--diff: something would change).",
      "2:The command was used wrongly, or there is no such user or dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl user remove alpha_user_chen --everywhere",
      "  exportctl user remove alpha_user_bo --from prison_arrivals --diff"
    })
final class UserRemoveCommand implements Callable<Integer> {

  /**
   * Datasets to remove the user from. One option is required, so that a forgotten option removes no
   * access.
   */
  private static final class Where {

    @Option(names = "--everywhere", description = "From all datasets.")
    private boolean everywhere;

    @Option(
        names = "--from",
        paramLabel = "DATASET",
        completionCandidates = DatasetCandidates.class,
        arity = "1..*",
        description = "From these only: NAME, or KIND/NAME where two have the same.")
    private List<String> datasets = List.of();
  }

  @Mixin private final UserEdits edits;

  @Parameters(
      paramLabel = "USER",
      completionCandidates = UserCandidates.class,
      description = "The name that is there.")
  private String user;

  @ArgGroup(multiplicity = "1")
  private Where where;

  UserRemoveCommand(Session session) {
    this.edits = new UserEdits(session);
  }

  @Override
  public Integer call() {
    return edits.make(new UserChange.Remove(user), where.everywhere ? List.of() : where.datasets);
  }
}
