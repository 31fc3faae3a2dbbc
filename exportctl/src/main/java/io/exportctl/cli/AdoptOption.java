package io.exportctl.cli;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.NearestWord;
import io.exportctl.render.Adoption;
import io.exportctl.workspace.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which datasets are there already, deployed by an older system. */
final class AdoptOption {

  /** What the library puts where no names are given. */
  private static final String ALL = "*";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--adopt",
      paramLabel = "NAMES",
      arity = "0..1",
      fallbackValue = ALL,
      split = ",",
      description =
          "Also write adopt.tf, which imports what an older system deployed of all datasets, or of"
              + " NAMES: docs/migrating.md.")
  private List<String> names;

  /**
   * What to take over of valid datasets; nothing, where the option is not given.
   *
   * @throws ParameterException naming the dataset that there is not
   */
  Optional<Adoption> adoption(Inventory valid) {
    if (names == null) {
      return Optional.empty();
    }
    List<Dataset> datasets = valid.datasets().stream().map(DatasetFile::dataset).toList();
    if (names.equals(List.of(ALL))) {
      return Optional.of(new Adoption(datasets));
    }
    List<Dataset> adopted = new ArrayList<>();
    for (String name : names) {
      List<Dataset> named = datasets.stream().filter(dataset -> isCalled(name, dataset)).toList();
      if (named.isEmpty()) {
        throw unknown(name, datasets);
      }
      adopted.addAll(named);
    }
    return Optional.of(new Adoption(adopted.stream().distinct().toList()));
  }

  /** One name may belong to a dataset of each kind; {@code push/name} is one of them. */
  private static boolean isCalled(String name, Dataset dataset) {
    return name.equals(dataset.name()) || name.equals(dataset.kind() + "/" + dataset.name());
  }

  private ParameterException unknown(String name, List<Dataset> datasets) {
    String meant =
        NearestWord.of(name, datasets.stream().map(Dataset::name).toList())
            .map(word -> ", did you mean " + quote(word) + "?")
            .orElse("");
    return new ParameterException(
        spec.commandLine(), "there is no dataset " + quote(name) + " to adopt" + meant);
  }
}
