package io.exportctl.workspace;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.yaml.YamlDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in {@code datasets/}, valid or not.
 *
 * @param datasets sorted by kind and file name
 * @param strays what lies there and is no dataset file; reported, never ignored
 */
public record Inventory(
    YamlDocument platform, List<DatasetFile> datasets, List<Diagnostic> strays) {

  public Inventory {
    datasets = List.copyOf(datasets);
    strays = List.copyOf(strays);
  }

  /** How many files were looked at. */
  public int size() {
    return 1 + datasets.size() + strays.size();
  }

  /** The same workspace with one file added, or replaced where it is there already. */
  public Inventory with(DatasetFile file) {
    Stream<DatasetFile> others =
        datasets.stream()
            .filter(other -> other.kind() != file.kind() || !isSameDataset(other, file));
    return new Inventory(platform, Stream.concat(others, Stream.of(file)).toList(), strays);
  }

  /** The same workspace with other contents of one of its files. */
  public Inventory with(YamlDocument document) {
    return with(List.of(document));
  }

  /** The same workspace with other contents of some of its files. */
  public Inventory with(List<YamlDocument> documents) {
    Map<String, YamlDocument> byFile =
        documents.stream().collect(Collectors.toMap(YamlDocument::file, Function.identity()));
    return new Inventory(
        byFile.getOrDefault(platform.file(), platform),
        datasets.stream()
            .map(
                file ->
                    Optional.ofNullable(byFile.get(file.document().file()))
                        .map(file::with)
                        .orElse(file))
            .toList(),
        strays);
  }

  /** The same workspace where what lay there under another name is a dataset file. */
  public Inventory renamed(Diagnostic stray, DatasetFile file) {
    return new Inventory(
        platform,
        Stream.concat(datasets.stream(), Stream.of(file))
            .sorted(Comparator.comparing(DatasetFile::kind).thenComparing(DatasetFile::source))
            .toList(),
        strays.stream().filter(other -> !other.equals(stray)).toList());
  }

  /** Text on standard input stands for the file of the name that it gives itself. */
  private static boolean isSameDataset(DatasetFile one, DatasetFile other) {
    return other.fileName().isPresent()
        ? one.fileName().equals(other.fileName())
        : other.name().isPresent() && one.fileName().equals(other.name().map(name -> name.text()));
  }
}
