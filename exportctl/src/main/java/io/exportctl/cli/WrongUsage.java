package io.exportctl.cli;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.cli.manual.ManualPage;
import io.exportctl.text.NearestWord;
import io.exportctl.text.Quotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Range;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes in one line the mistake in a command line, with the word that was probably meant. */
public final class WrongUsage {

  /** Commands of other tools, with the command that does the same. */
  private static final Map<String, String> POINTERS =
      Map.of(
          "lint", "validate",
          "check", "validate",
          "verify", "validate",
          "plan", "render --diff",
          "diff", "render --diff",
          "build", "render",
          "format", "fix",
          "create", "new",
          "ls", "list");

  private final CommandSpec command;
  private final List<String> arguments;

  /**
   * Creates a description of a mistake.
   *
   * @param command command that the arguments were parsed for
   * @param arguments all arguments as they were given
   */
  WrongUsage(CommandSpec command, String... arguments) {
    this.command = command;
    this.arguments = List.of(arguments);
  }

  String describe(ParameterException exception) {
    return withHint(fault(exception), command.qualifiedName());
  }

  /** Adds a reference to the help of a command. */
  static String withHint(String fault, String command) {
    return Quotation.printable(fault) + " (see '" + command + " --help')";
  }

  private String fault(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      return unmatched.isUnknownOption() ? unknownOption(word) : unexpected(word);
    }
    if (exception instanceof MissingParameterException missing) {
      return missing(missing.getMissing());
    }
    if (exception instanceof MutuallyExclusiveArgsException) {
      return "only one is expected of options that exclude each other";
    }
    if (exception instanceof OverwrittenOptionException twice) {
      return "option " + name(twice.getOverwritten()) + " is given twice";
    }
    return exception.getArgSpec() == null
        ? String.valueOf(exception.getMessage())
        : refused(exception);
  }

  private String unknownOption(String unmatched) {
    String word = asGiven(unmatched).replaceFirst("=.*", "");
    if (command.findOption(word) != null) {
      return "option " + quote(word) + " is expected before \"--\"";
    }
    boolean goesLater =
        command.subcommands().values().stream()
            .anyMatch(sub -> sub.getCommandSpec().findOption(word) != null);
    return goesLater
        ? "option " + quote(word) + " is expected after the command"
        : "unknown option " + quote(word) + orBegun(word, optionNames());
  }

  /**
   * Returns the option as it was given: picocli reports only {@code -uiet} of {@code -quiet}, as it
   * reads {@code -q} as an option.
   */
  private String asGiven(String unmatched) {
    return arguments.stream()
        .filter(argument -> argument.matches("-[^-].*") && argument.length() > unmatched.length())
        .filter(argument -> argument.endsWith(unmatched.substring(1)))
        .findFirst()
        .orElse(unmatched);
  }

  private String unexpected(String word) {
    if (command.parent() == null && POINTERS.containsKey(word)) {
      return "unknown command " + quote(word) + asQuestion(POINTERS.get(word));
    }
    if (!command.subcommands().isEmpty()) {
      List<String> commands = ManualPage.visible(command).stream().map(CommandSpec::name).toList();
      return "unknown command " + quote(word) + orBegun(word, commands);
    }
    return "unexpected " + quote(word) + orBegun("--" + word, optionNames());
  }

  private String missing(List<ArgSpec> missing) {
    if (missing.get(0).group() != null) {
      return "one of " + names(missing.get(0).group()) + " is expected";
    }
    if (missing.get(0) instanceof OptionSpec option) {
      return "option " + name(option) + " is expected with its " + option.paramLabel();
    }
    // Picocli reports only the first missing parameter.
    Range first = ((PositionalParamSpec) missing.get(0)).index();
    List<String> labels =
        command.positionalParameters().stream()
            .filter(argument -> argument.required() && argument.index().min() >= first.min())
            .map(ArgSpec::paramLabel)
            .toList();
    return String.join(" and ", labels) + (labels.size() == 1 ? " is" : " are") + " missing";
  }

  private static String refused(ParameterException exception) {
    ArgSpec argument = exception.getArgSpec();
    String value = String.valueOf(exception.getValue());
    if (argument instanceof OptionSpec option && option.arity().max() == 0) {
      return "option " + name(option) + " takes no value, found " + quote(value);
    }
    Optional<String> meant = didYouMean(value, candidates(argument));
    return meant.isPresent() || exception.getCause() == null
        ? quote(value) + " is not a " + noun(argument) + meant.orElse("")
        : String.valueOf(exception.getCause().getMessage());
  }

  private static String noun(ArgSpec argument) {
    return argument.paramLabel().toLowerCase(Locale.ROOT);
  }

  /** Returns the values that an argument accepts; empty if any value may be valid. */
  private static List<String> candidates(ArgSpec argument) {
    return argument.completionCandidates() == null
        ? List.of()
        : StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
  }

  private List<String> optionNames() {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .flatMap(option -> Arrays.stream(option.names()))
        .filter(name -> name.startsWith("--"))
        .toList();
  }

  private static String orBegun(String word, List<String> known) {
    List<String> begun = known.stream().filter(name -> name.startsWith(word)).toList();
    return begun.size() == 1 && word.length() > 2
        ? asQuestion(begun.get(0))
        : didYouMean(word, known).orElse("");
  }

  /** Returns the end of a sentence about an unknown word; empty if no known word is similar. */
  public static Optional<String> didYouMean(String word, Collection<String> known) {
    return NearestWord.of(word, known).map(NearestWord::text).map(WrongUsage::asQuestion);
  }

  private static String asQuestion(String meant) {
    return ", did you mean " + quote(meant) + "?";
  }

  private static String names(ArgGroupSpec group) {
    return group.args().stream().map(WrongUsage::name).collect(Collectors.joining(" and "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? quote(option.longestName())
        : argument.paramLabel();
  }
}
