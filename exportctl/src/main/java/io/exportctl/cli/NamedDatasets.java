package io.exportctl.cli;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.NearestWord;
import io.exportctl.workspace.Inventory;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Finds the datasets that the words on a command line name: {@code new_project}, {@code
 * push/new_project} or the path of the file.
 */
record NamedDatasets(Inventory inventory, CommandSpec command) {

  /**
   * Of each kind that has the name.
   *
   * @throws ParameterException where there is none
   */
  List<DatasetFile> all(String word) {
    List<DatasetFile> named =
        inventory.datasets().stream().filter(file -> names(file).anyMatch(word::equals)).toList();
    if (named.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "no dataset " + quote(word) + didYouMean(word));
    }
    return named;
  }

  /**
   * The one.
   *
   * @throws ParameterException where there is none, or one of each kind
   */
  DatasetFile one(String word) {
    List<DatasetFile> named = all(word);
    if (named.size() > 1) {
      String ids = named.stream().map(NamedDatasets::id).collect(Collectors.joining(" or "));
      throw new ParameterException(
          command.commandLine(), quote(word) + " is several datasets, expected " + ids);
    }
    return named.get(0);
  }

  private String didYouMean(String word) {
    TreeSet<String> known =
        inventory.datasets().stream()
            .flatMap(file -> word.contains("/") ? Stream.of(id(file)) : file.fileName().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return NearestWord.of(word, known)
        .map(nearest -> ", did you mean " + quote(nearest) + "?")
        .orElse("; exportctl list shows all");
  }

  private static Stream<String> names(DatasetFile file) {
    return Stream.of(file.fileName().orElse(""), id(file), file.source(), file.document().file());
  }

  private static String id(DatasetFile file) {
    return file.kind().id() + "/" + file.fileName().orElse("");
  }
}
