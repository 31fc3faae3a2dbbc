package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.Session;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Platform;
import io.exportctl.fix.FileChange;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;

/** Shared part of the commands for the life of a dataset: an edit, and what a person does next. */
public final class LifeEdits {

  private final Session session;

  @Mixin private final OneDataset named = new OneDataset();

  @Mixin private final FileEdits edits;

  public LifeEdits(Session session) {
    this.session = session;
    this.edits = new FileEdits(session);
  }

  /** Returns the dataset that was named. */
  public DatasetFile dataset(Inventory inventory) {
    return named.in(inventory);
  }

  /**
   * Makes a change, and prints the steps that are left for a person.
   *
   * @param steps returns the steps in their order
   * @return one of {@link io.exportctl.cli.ExitStatus}
   */
  public int make(FileChange change, BiFunction<DatasetId, Platform, List<String>> steps) {
    Workspace workspace = session.workspace();
    Inventory inventory = workspace.read();
    DatasetFile file = dataset(inventory);
    return edits.make(
        workspace,
        change,
        List.of(file),
        false,
        () -> print(steps.apply(file.id().orElseThrow(), Platform.read(inventory.platform()))));
  }

  private void print(List<String> steps) {
    session.out().println("What is left to do:");
    int number = 1;
    for (String step : steps) {
      session.out().println("  " + number++ + ". " + printable(step));
    }
  }
}
