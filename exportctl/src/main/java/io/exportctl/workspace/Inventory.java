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
 * Content of {@code datasets/}, valid or not.
 *
 * @param datasets the dataset files, sorted by kind and file name
 * @param strays findings for other files there, which are reported and never ignored
 */
public record Inventory(
    YamlDocument platform, List<DatasetFile> datasets, List<Diagnostic> strays) {

  public Inventory {
    datasets = List.copyOf(datasets);
    strays = List.copyOf(strays);
  }

  /** Returns the number of files, strays included. */
  public int size() {
    return 1 + datasets.size() + strays.size();
  }

  /** Returns an inventory with a file added, or replaced if it exists. */
  public Inventory with(DatasetFile file) {
    Stream<DatasetFile> others =
        datasets.stream()
            .filter(other -> other.kind() != file.kind() || !isSameDataset(other, file));
    return new Inventory(platform, Stream.concat(others, Stream.of(file)).toList(), strays);
  }

  /** Returns an inventory with the new content of a file. */
  public Inventory with(YamlDocument document) {
    return with(List.of(document));
  }

  /** Returns an inventory with the new content of some files. */
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

  /** Returns an inventory where a stray file was renamed to a dataset file. */
  public Inventory renamed(Diagnostic stray, DatasetFile file) {
    return new Inventory(
        platform,
        Stream.concat(datasets.stream(), Stream.of(file))
            .sorted(Comparator.comparing(DatasetFile::kind).thenComparing(DatasetFile::source))
            .toList(),
        strays.stream().filter(other -> !other.equals(stray)).toList());
  }

  /** Returns an inventory where a dataset file got another name. */
  public Inventory renamed(DatasetFile before, DatasetFile after) {
    return new Inventory(
        platform,
        Stream.concat(datasets.stream().filter(file -> !file.equals(before)), Stream.of(after))
            .sorted(Comparator.comparing(DatasetFile::kind).thenComparing(DatasetFile::source))
            .toList(),
        strays);
  }

  /** Compares datasets; text from standard input counts as the file that its name implies. */
  private static boolean isSameDataset(DatasetFile one, DatasetFile other) {
    return other.fileName().isPresent()
        ? one.fileName().equals(other.fileName())
        : other.name().isPresent() && one.fileName().equals(other.name().map(name -> name.text()));
  }
}
