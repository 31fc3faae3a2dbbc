package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.option.LifeEdits;
import io.exportctl.dataset.DatasetState;
import io.exportctl.fix.KeyChange;
import io.exportctl.kind.Kinds;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Closes a dataset to everybody, for a time. */
@Command(
    name = "suspend",
    description = "Close a dataset to everybody; its data and its bucket stay.",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done, so nothing was (--diff: something would change).",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl suspend prison_arrivals",
      "  exportctl suspend pull/court_dashboard --diff"
    })
final class SuspendCommand implements Callable<Integer> {

  @Mixin private final LifeEdits edits;

  SuspendCommand(Session session) {
    this.edits = new LifeEdits(session);
  }

  @Override
  public Integer call() {
    return edits.make(
        KeyChange.ofState(DatasetState.SUSPENDED),
        (id, platform) ->
            List.of(
                "have the change reviewed, then exportctl render and terraform apply",
                Kinds.of(id.kind()).closure(id.name(), platform),
                "tell users and the other side, and run exportctl resume "
                    + id
                    + " when it is over"));
  }
}
