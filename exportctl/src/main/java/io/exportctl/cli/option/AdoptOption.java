package io.exportctl.cli.option;

import io.exportctl.cli.UsageException;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Details;
import io.exportctl.kind.Kinds;
import io.exportctl.render.AdoptedDatasets;
import io.exportctl.workspace.Inventory;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Option for datasets that an older system has deployed. */
public final class AdoptOption {

  /** Sentinel that picocli assigns if {@code --adopt} is given without names. */
  private static final String ALL = "*";

  @Option(
      names = "--adopt",
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      arity = "0..1",
      fallbackValue = ALL,
      split = ",",
      description =
          "Also write adopt.tf, which imports what an older system deployed of all datasets, or of"
              + " these: docs/migrating.md.")
  private List<String> names;

  /**
   * Returns the datasets to take over; empty if the option is not given.
   *
   * @param valid files of the workspace, without errors
   * @throws UsageException if a named dataset does not exist or is a draft
   */
  public Optional<AdoptedDatasets> adoption(Inventory valid) {
    if (names == null) {
      return Optional.empty();
    }
    List<DatasetFile> adopted =
        names.equals(List.of(ALL)) ? deployed(valid) : new NamedDatasets(valid).deployed(names);
    return Optional.of(new AdoptedDatasets(adopted.stream().map(Kinds::read).toList()));
  }

  private static List<DatasetFile> deployed(Inventory valid) {
    return valid.datasets().stream()
        .filter(file -> Details.stateOf(file.document()).isDeployed())
        .toList();
  }
}
