package io.exportctl.cli.option;

import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.kind.Kinds;
import io.exportctl.render.AdoptedDatasets;
import io.exportctl.workspace.Inventory;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which datasets are there already, deployed by an older system. */
public final class AdoptOption {

  /** What the library puts where no names are given. */
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
   * What to take over of valid datasets; nothing, where the option is not given.
   *
   * @throws ParameterException naming the dataset that there is not
   */
  public Optional<AdoptedDatasets> adoption(Inventory valid) {
    if (names == null) {
      return Optional.empty();
    }
    List<DatasetFile> adopted =
        names.equals(List.of(ALL)) ? valid.datasets() : new NamedDatasets(valid).all(names);
    return Optional.of(new AdoptedDatasets(adopted.stream().map(Kinds::read).toList()));
  }
}
