package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.cli.Environment;
import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.cli.option.SinceOption;
import io.exportctl.dataset.Layout;
import io.exportctl.git.ChangedFiles;
import io.exportctl.git.DatasetChange;
import io.exportctl.git.DatasetChanges;
import io.exportctl.render.Roots;
import io.exportctl.text.JsonWriter;
import io.exportctl.text.Quantity;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the datasets that have to be planned again. */
@Command(
    name = "changed",
    description = "List the datasets that were added, changed or removed since a commit.",
    footer = {
      "",
      "Examples:",
      "  exportctl changed --since origin/main",
      "  exportctl changed --since origin/main --format json | jq -c .datasets"
    })
final class ChangedCommand implements Callable<Integer> {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private final Session session;

  @Mixin private final SinceOption since = new SinceOption();

  @Mixin private final FormatOption format = new FormatOption();

  ChangedCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Environment environment = session.environment();
    ChangedFiles files =
        ChangedFiles.since(
            since.ref(), workspace, environment.directory(), environment.variables());
    DatasetChanges changes = DatasetChanges.of(workspace, files);
    if (format.isJson()) {
      printJson(workspace, changes);
    } else {
      printText(changes);
    }
    return ExitStatus.FINE;
  }

  private void printText(DatasetChanges changes) {
    for (DatasetChange change : changes.datasets()) {
      session.out().printf("%-7s  %s%n", change.type(), change.id());
    }
    int number = changes.datasets().size();
    String planned = " to plan since " + quote(since.ref());
    session
        .out()
        .print(
            Quantity.of(number, "dataset")
                + planned
                + (changes.shared() ? "; what all share has changed\n" : "\n"));
  }

  /**
   * Prints JSON with paths relative to the workspace, so that they do not depend on the current
   * folder.
   */
  private void printJson(Workspace workspace, DatasetChanges changes) {
    Layout layout = Layout.of(workspace.readPlatform());
    JsonWriter.write(
        session.out(),
        json ->
            json.field("version", VERSION)
                .field("since", since.ref())
                .field("shared", changes.shared())
                .array(
                    "datasets",
                    changes.datasets(),
                    (item, change) ->
                        item.field("kind", change.id().kind().id())
                            .field("name", change.id().name())
                            .field("change", change.type().toString())
                            .field("file", workspace.source(change.file()))
                            .field("root", root(workspace, layout, change))));
  }

  private static String root(Workspace workspace, Layout layout, DatasetChange change) {
    Path root = Roots.of(layout, workspace.terraform(), change.id());
    return workspace.source(root);
  }
}
