package io.exportctl.cli.completion;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Parsed words of an incomplete command line, up to the word at the cursor.
 *
 * @param command command that was named, or the tool itself
 * @param positional words that are neither options nor their values
 * @param valueOf option whose value comes next
 * @param onlyPositional true if {@code --} came before
 * @param folder folder that the command would run in
 */
record TypedWords(
    CommandSpec command,
    List<String> positional,
    Optional<OptionSpec> valueOf,
    boolean onlyPositional,
    Path folder) {

  static TypedWords of(CommandSpec tool, Path folder, List<String> words) {
    TypedWords typed = new TypedWords(tool, List.of(), Optional.empty(), false, folder);
    for (String word : words) {
      typed = typed.and(word);
    }
    return typed;
  }

  private TypedWords and(String word) {
    if (valueOf.isPresent() && !(takesMore(valueOf.get()) && word.startsWith("-"))) {
      boolean names = valueOf.get().longestName().equals("-C");
      Path next = names ? folder.resolve(word) : folder;
      Optional<OptionSpec> still = valueOf.filter(TypedWords::takesMore);
      return new TypedWords(command, positional, still, onlyPositional, next);
    }
    if (!onlyPositional && word.equals("--")) {
      return new TypedWords(command, positional, Optional.empty(), true, folder);
    }
    if (!onlyPositional && word.startsWith("-") && word.length() > 1) {
      Optional<OptionSpec> waiting =
          Optional.ofNullable(command.findOption(word)).filter(found -> found.arity().max() > 0);
      return new TypedWords(command, positional, waiting, false, folder);
    }
    List<String> more = Stream.concat(positional.stream(), Stream.of(word)).toList();
    CommandLine named = command.subcommands().get(word);
    return named == null
        ? new TypedWords(command, more, valueOf, onlyPositional, folder)
        : new TypedWords(named.getCommandSpec(), List.of(), valueOf, onlyPositional, folder);
  }

  /** Returns true if an option takes all words up to the next option. */
  private static boolean takesMore(OptionSpec option) {
    return option.arity().max() > 1;
  }
}
