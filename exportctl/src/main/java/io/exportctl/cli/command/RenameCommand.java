package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.option.LifeEdits;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.fix.KeyChange;
import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a dataset and its file another name. */
@Command(
    name = "rename",
    description = "Give a dataset another name, and say what has to be done in which order.",
    exitCodeList = {
      "0:All is well.",
      "1:It cannot be done, so nothing was (--diff: something would change).",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl rename prison_arrivals arrivals",
      "  exportctl rename push/prison_arrivals arrivals --diff"
    })
final class RenameCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final LifeEdits edits;

  @Parameters(index = "1", paramLabel = "NEW", description = "The name that it gets.")
  private String to;

  RenameCommand(Session session) {
    this.session = session;
    this.edits = new LifeEdits(session);
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    DatasetFile file = edits.dataset(workspace.read());
    String from = file.id().orElseThrow().name();
    check(workspace, file, from);
    return edits.make(
        KeyChange.ofName(from, to),
        (id, platform) -> Kinds.of(id.kind()).renaming(from, to, platform));
  }

  private void check(Workspace workspace, DatasetFile file, String from) {
    if (!DatasetFile.isName(to)) {
      throw new UsageException(
          quote(to) + " is not a name, expected lower-case letters, digits and underscores");
    }
    if (to.equals(from)) {
      throw new UsageException("DATASET and NEW are the same");
    }
    if (!Kinds.of(file.kind()).canBeRenamed()) {
      throw new ExportctlException(
          "a %s dataset keeps its data under its name; add %s with exportctl new, take the data over, then run exportctl retire %s"
              .formatted(file.kind(), to, file.id().orElseThrow()));
    }
    Path target = workspace.datasetFile(file.kind(), to);
    if (Files.exists(target)) {
      throw new ExportctlException(
          workspace.display(target) + " exists already; choose another name");
    }
  }
}
