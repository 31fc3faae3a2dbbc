package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.option.LifeEdits;
import io.exportctl.dataset.DatasetState;
import io.exportctl.fix.KeyChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens a suspended or retired dataset again. */
@Command(
    name = "resume",
    description = "Open a suspended or retired dataset again.",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done, so nothing was (--diff: something would change).",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl resume prison_arrivals",
      "  exportctl resume pull/court_dashboard --diff"
    })
final class ResumeCommand implements Callable<Integer> {

  @Mixin private final LifeEdits edits;

  ResumeCommand(Session session) {
    this.edits = new LifeEdits(session);
  }

  @Override
  public Integer call() {
    return edits.make(
        KeyChange.ofState(DatasetState.ACTIVE),
        (id, platform) ->
            List.of(
                "see who gets in again: exportctl show " + id,
                "have the change reviewed, then exportctl render and terraform apply",
                "ask the other side whether exportctl handshake " + id + " still holds there"));
  }
}
