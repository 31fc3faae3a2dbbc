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

/** Closes a dataset for good, before its file goes. */
@Command(
    name = "retire",
    description = "Close a dataset for good; later its file may be deleted.",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done, so nothing was (--diff: something would change).",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl retire prison_arrivals",
      "  exportctl retire pull/court_dashboard --diff"
    })
final class RetireCommand implements Callable<Integer> {

  @Mixin private final LifeEdits edits;

  RetireCommand(Session session) {
    this.edits = new LifeEdits(session);
  }

  @Override
  public Integer call() {
    return edits.make(
        KeyChange.ofState(DatasetState.RETIRED),
        (id, platform) ->
            List.of(
                "have the change reviewed, then exportctl render and terraform apply",
                Kinds.of(id.kind()).closure(id.name(), platform),
                "wait until nobody misses it; exportctl resume " + id + " opens it again",
                "take out what is to be kept, then delete datasets/"
                    + id
                    + ".yaml: "
                    + Kinds.of(id.kind()).removal(id.name(), platform)));
  }
}
