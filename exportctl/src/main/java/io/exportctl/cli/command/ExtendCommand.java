package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.option.DateConverter;
import io.exportctl.cli.option.LifeEdits;
import io.exportctl.fix.KeyChange;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves the day of a dataset's review. */
@Command(
    name = "extend",
    description = "Write the day by which somebody reviews a dataset again.",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done, so nothing was (--diff: something would change).",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl extend prison_arrivals --until 2028-03-31",
      "  exportctl extend pull/court_dashboard --until 2028-03-31 --diff"
    })
final class ExtendCommand implements Callable<Integer> {

  @Mixin private final LifeEdits edits;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      required = true,
      converter = DateConverter.class,
      description = "The day of the next review, such as 2028-03-31.")
  private LocalDate until;

  ExtendCommand(Session session) {
    this.edits = new LifeEdits(session);
  }

  @Override
  public Integer call() {
    return edits.make(
        KeyChange.ofReview(until.toString()),
        (id, platform) ->
            List.of(
                "write into the pull request who confirmed that " + id + " is still needed",
                "check that its users and its paperwork are still right: exportctl show " + id));
  }
}
