package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.cli.UsageException;
import io.exportctl.cli.WrongUsage;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Details;
import io.exportctl.workspace.Inventory;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds datasets by the words of a command line: {@code new_project}, {@code push/new_project} or
 * the path of the file.
 */
public record NamedDatasets(Inventory inventory) {

  /**
   * Returns the named datasets without duplicates. A name may match datasets of several kinds.
   *
   * @throws UsageException if a word names no dataset
   */
  public List<DatasetFile> all(List<String> words) {
    Set<DatasetFile> all = new LinkedHashSet<>();
    for (String word : words) {
      all.addAll(all(word));
    }
    return List.copyOf(all);
  }

  /**
   * Returns the named datasets, all of which are deployed.
   *
   * @throws UsageException if a word names no dataset, or a draft
   */
  public List<DatasetFile> deployed(List<String> words) {
    List<DatasetFile> named = all(words);
    for (DatasetFile file : named) {
      if (!Details.stateOf(file.document()).isDeployed()) {
        throw new UsageException(quote(id(file)) + " is a draft, expected a dataset to deploy");
      }
    }
    return named;
  }

  private List<DatasetFile> all(String word) {
    List<DatasetFile> named =
        inventory.datasets().stream().filter(file -> names(file).anyMatch(word::equals)).toList();
    if (named.isEmpty()) {
      throw new UsageException(
          "there is no dataset "
              + quote(word)
              + WrongUsage.didYouMean(word, known(word)).orElse("; exportctl list shows all"));
    }
    return named;
  }

  /** Returns the ids of {@link #deployed}. */
  public Set<DatasetId> ids(List<String> words) {
    Set<DatasetId> ids = new HashSet<>();
    for (DatasetFile file : deployed(words)) {
      file.id().ifPresent(ids::add);
    }
    return ids;
  }

  /**
   * Returns the single dataset that was named.
   *
   * @throws UsageException if there is no such dataset, or one of each kind
   */
  public DatasetFile one(String word) {
    List<DatasetFile> named = all(word);
    if (named.size() > 1) {
      String ids = named.stream().map(NamedDatasets::id).collect(Collectors.joining(" or "));
      throw new UsageException(quote(word) + " is ambiguous, expected " + ids);
    }
    return named.get(0);
  }

  /**
   * Returns the ids of removed datasets.
   *
   * @throws UsageException if a dataset still exists, or the word is not a valid id
   */
  public List<DatasetId> gone(List<String> words) {
    return words.stream().map(this::gone).toList();
  }

  private DatasetId gone(String word) {
    DatasetId id =
        DatasetId.of(word)
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no dataset "
                            + quote(word)
                            + ", expected a name such as push/NAME"));
    if (inventory.datasets().stream().anyMatch(file -> file.id().stream().anyMatch(id::equals))) {
      throw new UsageException(
          quote(word) + " still exists, expected a removed dataset; remove its file first");
    }
    return id;
  }

  private Set<String> known(String word) {
    return inventory.datasets().stream()
        .flatMap(file -> word.contains("/") ? Stream.of(id(file)) : file.fileName().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> names(DatasetFile file) {
    return Stream.of(file.fileName().orElse(""), id(file), file.source(), file.document().file());
  }

  private static String id(DatasetFile file) {
    return file.id().map(DatasetId::toString).orElse("");
  }
}
