package io.exportctl.cli.completion;

import io.exportctl.cli.manual.ManualPage;
import io.exportctl.text.Quotation;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completions of the word at the cursor.
 *
 * @param all candidates in the order in which they are offered; each starts with the typed word, or
 *     is the file of a dataset whose name does
 * @param files true if the shell may offer files if there are no candidates
 */
public record Candidates(List<Candidate> all, boolean files) {

  private static final Candidates NONE = new Candidates(List.of(), false);

  /**
   * One possible completion.
   *
   * @param text the whole word
   * @param description may be empty
   */
  public record Candidate(String text, String description) {

    /**
     * Returns true if the text has no control characters; a shell would split or misread other
     * names.
     */
    boolean isOneLine() {
      return text.equals(Quotation.printable(text));
    }
  }

  public Candidates {
    all = all.stream().filter(Candidate::isOneLine).toList();
  }

  /**
   * Returns the completions of the last word of a command line.
   *
   * @param folder current folder of the user
   * @param words words of the command line after the name of the tool; the last is incomplete
   */
  public static Candidates of(CommandSpec tool, Path folder, List<String> words) {
    TypedWords typed = TypedWords.of(tool, folder, words.subList(0, words.size() - 1));
    String word = words.get(words.size() - 1);
    if (!typed.onlyPositional() && word.startsWith("-")) {
      return options(typed, word);
    }
    if (typed.valueOf().isPresent()) {
      return values(typed.valueOf().get(), typed.folder(), "", word);
    }
    if (!typed.command().subcommands().isEmpty()) {
      return commands(typed.command(), word);
    }
    Optional<PositionalParamSpec> place =
        typed.command().positionalParameters().stream()
            .filter(parameter -> parameter.index().contains(typed.positional().size()))
            .findFirst();
    if (place.isEmpty()) {
      return NONE;
    }
    Iterable<String> candidates = place.get().completionCandidates();
    if (candidates instanceof FileCandidates) {
      return paths(typed.folder(), word);
    }
    if (candidates instanceof CommandCandidates) {
      TypedWords named = TypedWords.of(tool, typed.folder(), typed.positional());
      return named.positional().isEmpty() ? commands(named.command(), word) : NONE;
    }
    return values(place.get(), typed.folder(), "", word);
  }

  private static Candidates options(TypedWords typed, String word) {
    CommandSpec command = typed.command();
    int end = word.indexOf('=');
    if (end >= 0) {
      OptionSpec option = command.findOption(word.substring(0, end));
      return option == null
          ? NONE
          : values(option, typed.folder(), word.substring(0, end + 1), word);
    }
    return matching(
        word,
        command.options().stream()
            .filter(option -> !option.hidden())
            .flatMap(
                option ->
                    Arrays.stream(option.names())
                        .map(name -> new Candidate(name, first(option.description())))));
  }

  /**
   * Returns the values of an option or parameter that match a word.
   *
   * @param before beginning of the word that is kept, such as {@code --format=}
   */
  private static Candidates values(ArgSpec argument, Path folder, String before, String word) {
    String typed = word.substring(before.length());
    int separator = argument.splitRegex().isEmpty() ? -1 : typed.lastIndexOf(argument.splitRegex());
    String kept = before + typed.substring(0, separator + 1);
    Optional<Stream<String>> known =
        argument.completionCandidates() instanceof WorkspaceCandidates ofWorkspace
            ? Optional.of(ofWorkspace.in(folder, typed.substring(separator + 1)))
            : Optional.ofNullable(argument.completionCandidates()).map(Candidates::stream);
    return known
        .map(values -> matching(word, values.map(value -> new Candidate(kept + value, ""))))
        .orElseGet(() -> new Candidates(List.of(), argument.typeInfo().getType() == Path.class));
  }

  private static Stream<String> stream(Iterable<String> values) {
    return StreamSupport.stream(values.spliterator(), false);
  }

  private static Candidates commands(CommandSpec tool, String word) {
    return matching(
        word,
        ManualPage.visible(tool).stream()
            .map(
                command ->
                    new Candidate(command.name(), first(command.usageMessage().description()))));
  }

  /**
   * Returns the files of the workspace whose path starts with the word, or else those whose name
   * does.
   */
  private static Candidates paths(Path folder, String word) {
    List<Candidate> files =
        Workspace.around(folder).stream()
            .flatMap(
                workspace ->
                    workspace.files().stream()
                        .map(file -> new Candidate(workspace.display(file), "")))
            .toList();
    List<Candidate> byPath = matching(word, files.stream()).all();
    List<Candidate> byName =
        files.stream()
            .filter(
                file -> file.text().substring(file.text().lastIndexOf('/') + 1).startsWith(word))
            .toList();
    return new Candidates(byPath.isEmpty() ? byName : byPath, true);
  }

  private static Candidates matching(String word, Stream<Candidate> candidates) {
    return new Candidates(
        candidates.filter(candidate -> candidate.text().startsWith(word)).toList(), false);
  }

  private static String first(String... description) {
    return description.length == 0 ? "" : description[0];
  }
}
