package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.Session;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Platform;
import io.exportctl.fix.FileChange;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shared part of the commands for the life of a dataset: an edit, and what a person does next. */
public final class LifeEdits {

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      description = "Its name; KIND/NAME for one of two that have the same.")
  private String name;

  @Mixin private final FileEdits edits;

  public LifeEdits(Session session) {
    this.session = session;
    this.edits = new FileEdits(session);
  }

  /** Returns the dataset that was named. */
  public DatasetFile dataset(Inventory inventory) {
    return new NamedDatasets(inventory).one(name);
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
