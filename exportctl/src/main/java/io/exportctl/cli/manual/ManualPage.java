package io.exportctl.cli.manual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Manual page of a command for {@code man}, made from its help. The same command results in the
 * same page.
 */
public final class ManualPage {

  private final CommandSpec command;
  private final String version;

  public ManualPage(CommandSpec command, String version) {
    this.command = command;
    this.version = version;
  }

  /** Returns the name of the page, such as {@code exportctl-validate}. */
  public String name() {
    return name(command);
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  public String text() {
    Roff page = new Roff(name().toUpperCase(Locale.ROOT), "exportctl " + version);
    String purpose = purpose(command);
    page.section("NAME").text(name() + " - " + purpose.replaceFirst("\\.$", ""));
    page.section("SYNOPSIS").text(synopsis());
    page.section("DESCRIPTION").text(purpose);
    List<CommandSpec> commands = visible(command);
    if (!commands.isEmpty()) {
      page.section("COMMANDS");
      commands.forEach(sub -> page.item(name(sub) + "(1)", purpose(sub)));
    }
    page.section("OPTIONS");
    Stream.concat(command.positionalParameters().stream(), command.options().stream())
        .filter(argument -> !argument.hidden())
        .forEach(argument -> page.item(term(argument), String.join(" ", argument.description())));
    page.section("EXAMPLES").lines(examples());
    page.section("EXIT STATUS");
    command.usageMessage().exitCodeList().forEach(page::item);
    page.section("SEE ALSO").text(others());
    return page.toString();
  }

  private static String purpose(CommandSpec command) {
    return String.join(" ", command.usageMessage().description());
  }

  private String synopsis() {
    Help help = new Help(command, Help.defaultColorScheme(Help.Ansi.OFF));
    return help.synopsis(0).strip().replaceAll("\\s+", " ");
  }

  private static String term(ArgSpec argument) {
    if (argument instanceof OptionSpec option) {
      String names = String.join(", ", option.names());
      boolean several = names.startsWith("--");
      return option.arity().max() == 0
          ? names
          : names + (several ? "=" : " ") + option.paramLabel();
    }
    return argument.paramLabel();
  }

  private List<String> examples() {
    return Arrays.stream(command.usageMessage().footer())
        .dropWhile(line -> !line.equals("Examples:"))
        .skip(1)
        .toList();
  }

  private String others() {
    return withAllBelow(command.root())
        .filter(other -> other != command)
        .map(other -> name(other) + "(1)")
        .collect(Collectors.joining(", "));
  }

  /** Returns a command and all its visible subcommands, each followed by its own. */
  public static Stream<CommandSpec> withAllBelow(CommandSpec command) {
    return Stream.concat(
        Stream.of(command), visible(command).stream().flatMap(ManualPage::withAllBelow));
  }

  /** Returns the subcommands that the help of a command lists. */
  public static List<CommandSpec> visible(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(sub -> !sub.usageMessage().hidden())
        .toList();
  }
}
