package io.exportctl.cli.option;

import io.exportctl.cli.Session;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.register.Register;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The dataset that a command is about. */
public final class OneDataset {

  @Parameters(
      index = "0",
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      description = "Its name; KIND/NAME for one of two that have the same.")
  private String name;

  /** Returns the name as the user gave it. */
  public String name() {
    return name;
  }

  /**
   * Finds the dataset's file.
   *
   * @throws io.exportctl.cli.UsageException if there is no such dataset, or there are several
   */
  public DatasetFile in(Inventory inventory) {
    return new NamedDatasets(inventory).one(name);
  }

  /**
   * Reads the workspace, and returns the dataset's entry alone, or the errors that keep it unread.
   *
   * @throws io.exportctl.cli.UsageException if there is no such dataset, or there are several
   */
  public Register register(Session session, Workspace workspace) {
    Inventory inventory = workspace.read();
    return session.register(workspace, inventory).only(List.of(in(inventory)));
  }
}
