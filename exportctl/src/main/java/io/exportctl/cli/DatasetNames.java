package io.exportctl.cli;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.NearestWord;
import io.exportctl.render.Extent.Named;
import io.exportctl.workspace.Inventory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The datasets that a user names on a command line, alone or with their kind. */
final class DatasetNames {

  private final CommandSpec command;
  private final List<Named> all;

  /**
   * @param valid a workspace without errors
   */
  DatasetNames(CommandSpec command, Inventory valid) {
    this.command = command;
    this.all =
        valid.datasets().stream()
            .map(DatasetFile::dataset)
            .map(dataset -> new Named(dataset.kind(), dataset.name()))
            .toList();
  }

  /**
   * All that have the names.
   *
   * @throws ParameterException where none has a name, with the nearest there is
   */
  Set<Named> existing(List<String> words) {
    return words.stream().flatMap(this::existing).collect(Collectors.toSet());
  }

  private Stream<Named> existing(String word) {
    List<Named> found =
        all.stream()
            .filter(named -> named.name().equals(word) || qualified(named).equals(word))
            .toList();
    if (found.isEmpty()) {
      List<String> known =
          all.stream().map(named -> word.contains("/") ? qualified(named) : named.name()).toList();
      throw new ParameterException(
          command.commandLine(),
          "unknown dataset "
              + quote(word)
              + NearestWord.of(word, known)
                  .map(meant -> ", did you mean " + quote(meant) + "?")
                  .orElse(""));
    }
    return found.stream();
  }

  /**
   * Datasets that are gone.
   *
   * @throws ParameterException where one is there, or cannot have been
   */
  List<Named> gone(List<String> words) {
    return words.stream().map(this::gone).toList();
  }

  private Named gone(String word) {
    String[] parts = word.split("/", 2);
    Named named =
        DatasetKind.of(parts[0])
            .filter(kind -> parts.length == 2 && DatasetFile.isName(parts[1]))
            .map(kind -> new Named(kind, parts[1]))
            .orElseThrow(
                () -> wrong(quote(word) + " is no dataset, expected a name such as push/NAME"));
    if (all.contains(named)) {
      throw wrong(quote(word) + " is there, expected one that is gone; remove its file first");
    }
    return named;
  }

  private ParameterException wrong(String fault) {
    return new ParameterException(command.commandLine(), fault);
  }

  private static String qualified(Named named) {
    return named.kind().id() + "/" + named.name();
  }
}
