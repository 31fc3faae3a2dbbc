package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import io.exportctl.support.TerminalPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is so. */
class ReadmeTest {

  private static final Path README = ExampleWorkspace.REPOSITORY.resolve("README.md");

  @TempDir Path root;

  private String readme;

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(README);
    ExampleWorkspace.writeTo(root);
  }

  @Test
  void fitsItsLength() {
    assertThat(readme.lines()).hasSizeLessThan(151);
  }

  /** The workflow of a release takes its notes from there. */
  @Test
  void hasChangesOfTheVersion() throws IOException {
    String changes = Files.readString(README.resolveSibling("CHANGELOG.md"));

    assertThat(changes).containsPattern("\n## " + Pattern.quote(Version.number()) + "\n\n\\S");
    assertThat(readme).contains("/v" + Version.number() + "/exportctl-" + Version.number());
  }

  @Test
  void showsYamlThatIsValid() throws IOException {
    for (String yaml : blocks("yaml")) {
      String path = yaml.substring("# ".length(), yaml.indexOf('\n'));
      Files.writeString(root.resolve(path), yaml);
    }

    assertThat(Cli.in(root).run("validate"))
        .isEqualTo(new Cli.Result(0, "no problems in 6 files (0 ms)\n", ""));
    assertThat(Cli.in(root).run("render").status()).isZero();
  }

  @Test
  void showsWhatValidateSays() throws IOException {
    String yaml =
        """
        name: new_project
        buckt: target-bucket-name
        users: [alpha_user_one]
        paperwork: https://example.org/dpia
        """;
    Files.writeString(root.resolve("datasets/push/new_project.yaml"), yaml);

    String said = Cli.in(root).run("validate", "--color=always").out();

    assertThat(said).contains("unknown key \"buckt\" [unknown-key] [*]\n");
    Goldens.assertMatches(
        README.resolveSibling("docs/message.svg"),
        TerminalPicture.of("$ exportctl validate\n" + said.replace("(0 ms)", "(21 ms)")));
    assertThat(readme).contains("](docs/message.svg)");
  }

  @Test
  void showsCommandsThatWork() {
    List<String[]> commands =
        blocks("sh").stream()
            .flatMap(block -> block.replace("\\\n", " ").lines())
            .map(line -> line.replaceAll("#.*", "").strip())
            .filter(line -> line.startsWith("exportctl"))
            .map(line -> line.split("\\s+", -1))
            .toList();

    assertThat(commands).hasSizeGreaterThan(4);
    for (String[] command : commands) {
      List<String> arguments = List.of(command).subList(1, command.length);
      Cli.Result result = Cli.in(root).run(arguments.toArray(String[]::new));

      // The blanks that `new pull` leaves are found by the commands after it.
      assertThat(result.status()).as(String.join(" ", command) + result.err()).isLessThan(2);
    }
  }

  @Test
  void linksToWhatExists() {
    Pattern link = Pattern.compile("]\\(([^)h][^)]*)\\)");

    assertThat(link.matcher(readme).results().map(match -> match.group(1)))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(README.resolveSibling(path)).exists());
  }

  private List<String> blocks(String language) {
    Pattern block =
        Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    Stream<MatchResult> matches = block.matcher(readme).results();
    return matches.map(match -> match.group(1)).toList();
  }
}
