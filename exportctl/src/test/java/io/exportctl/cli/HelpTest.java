package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.manual.ManualPage;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The help of every command, those that are added later too. */
public class HelpTest {

  @TempDir static Path prepared;

  @TempDir Path root;

  @ParameterizedTest
  @MethodSource("commands")
  void fitsATerminal(List<String> command) {
    Cli.Result result = help(command);

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void saysWhatForAndWithWhichExitCodes(List<String> command) {
    String help = help(command).out();

    assertThat(help)
        .startsWith(
            "Usage: "
                + String.join(
                    " ", Stream.concat(Stream.of("exportctl"), command.stream()).toList()));
    assertThat(help).contains("\nExit codes:\n  0  ", "\n  3  ", "\nExamples:\n  exportctl ");
    assertThat(help).doesNotContain("@|", "${", "null");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void hasOneSentenceForTheListOfCommands(List<String> command) {
    String[] description = spec(command).usageMessage().description();

    assertThat(description).hasSize(1);
    assertThat(description[0]).hasSizeLessThan(81).matches("[A-Z][^.]*\\.(?: [a-z].*\\.)?");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void describesEveryOptionAndItsDefault(List<String> command) {
    spec(command).args().stream()
        .filter(argument -> !argument.hidden())
        .forEach(
            argument -> {
              String description = String.join(" ", argument.description());

              assertThat(description).as(argument.toString()).endsWith(".");
              boolean takesValue = argument.arity().max() > 0;
              if (takesValue
                  && argument.initialValue() != null
                  && argument.type() != Optional.class
                  && !argument.isMultiValue()) {
                assertThat(description).as(argument.toString()).contains("Default: ");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesExamplesThatWork(String example) throws IOException {
    Folders.copy(prepared, root);
    String[] parts = example.split(" [<>|] ", 2);
    List<String> words = List.of(parts[0].split(" +", -1));
    String input = example.contains(" < ") ? Files.readString(root.resolve(parts[1])) : "";

    Cli.Result result =
        Cli.in(root).withInput(input).run(words.subList(1, words.size()).toArray(String[]::new));

    assertThat(result.status()).as(result.err()).isLessThan(2);
  }

  @Test
  void tellsWhoeverNamesNoCommandWhatThereIs() {
    Cli.Result result = Cli.in(root).run();

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo(Cli.in(root).run("--help").out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void explainsACommandLikeItsOption(List<String> command) {
    Cli.Result result =
        Cli.in(root).run(Stream.concat(Stream.of("help"), command.stream()).toArray(String[]::new));

    assertThat(result).isEqualTo(help(command));
  }

  @Test
  void knowsNoHelpForWhatIsNoCommand() {
    Cli.Result result = Cli.in(root).run("help", "vlidate");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                "exportctl: unknown command \"vlidate\", did you mean \"validate\"? (see 'exportctl"
                    + " --help')\n"));
  }

  private Cli.Result help(List<String> command) {
    return Cli.in(root)
        .run(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new));
  }

  /**
   * The examples' workspace as a clone of a repository that was rendered once, with a plan, a file
   * that is no dataset yet, and a folder of the older system.
   */
  @BeforeAll
  static void prepare() throws IOException {
    ExampleWorkspace.writeAllTo(prepared);
    Repository repository = Repository.in(prepared);
    repository.commit();
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    Cli.in(prepared).run("render");
    Files.writeString(
        prepared.resolve("plan.json"), "{\"format_version\":\"1.2\",\"planned_values\":{}}");
    Files.copy(
        prepared.resolve("datasets/push/prison_arrivals.yaml"), prepared.resolve("draft.yaml"));
    Folders.copy(
        Goldens.resources().resolve("migrate/comments/before/old"),
        prepared.resolve("old-exports"));
  }

  static Stream<List<String>> commands() {
    return ManualPage.withAllBelow(tool().getCommandSpec())
        .map(command -> List.of(command.qualifiedName(" ").split(" ", -1)))
        .map(words -> words.subList(1, words.size()));
  }

  /** Examples that need neither AWS, which OperateIT runs, nor an interrupt. */
  static Stream<String> examples() {
    return allExamples().filter(line -> !line.contains("--watch") && !asksAws(line));
  }

  /** Returns the examples that ask AWS, for a test that has an emulator of it. */
  public static Stream<String> examplesThatAskAws() {
    return allExamples().filter(line -> !line.contains("--watch") && asksAws(line));
  }

  private static boolean asksAws(String line) {
    return line.matches("exportctl (status|stuck|redrive|sweep)\\b.*") || line.contains("--verify");
  }

  private static Stream<String> allExamples() {
    return commands()
        .flatMap(
            command ->
                String.join("\n", spec(command).usageMessage().footer())
                    .replace("\\\n", " ")
                    .lines())
        .filter(line -> line.startsWith("  exportctl "))
        .map(String::strip);
  }

  private static CommandSpec spec(List<String> command) {
    CommandLine found = tool();
    for (String word : command) {
      found = found.getSubcommands().get(word);
    }
    return found.getCommandSpec();
  }

  private static CommandLine tool() {
    return Cli.in(Path.of("")).commandLine();
  }

  @Test
  void followsTheTerminalsWidthUpToAHundredColumns() {
    assertThat(longestLine("60")).isLessThanOrEqualTo(60);
    assertThat(longestLine("90")).isGreaterThan(80).isLessThanOrEqualTo(90);
    assertThat(longestLine("300")).isGreaterThan(90).isLessThanOrEqualTo(100);
  }

  private static int longestLine(String columns) {
    Cli.Result help =
        Cli.in(ExampleWorkspace.REPOSITORY)
            .withAlso(Map.of("COLUMNS", columns))
            .run("new", "pull", "--help");
    return help.out()
        .lines()
        .takeWhile(line -> !line.equals("Examples:"))
        .mapToInt(String::length)
        .max()
        .orElseThrow();
  }

  @Test
  void namesNoFindingsWhereACommandHasNone() {
    assertThat(Cli.in(ExampleWorkspace.REPOSITORY).run("man", "--help").out())
        .contains("Exit codes:", "  0   All is well.", "  2   The command")
        .doesNotContain("  1   ");
    assertThat(Cli.in(ExampleWorkspace.REPOSITORY).run("validate", "--help").out())
        .contains("  1   Something was found in the files");
  }
}
