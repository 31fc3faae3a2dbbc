package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of the older system, what becomes of them, and what is said: for each drift a folder in
 * {@code src/test/resources/migrate}, with {@code before/old}, {@code after} and {@code
 * output.txt}.
 */
class MigrateFixturesTest {

  private static final Path FIXTURES = Goldens.resources().resolve("migrate");
  private static final Pattern RULE =
      Pattern.compile(
          "^[^ ]+: (?:error|warning): .* \\[([a-z0-9-]+)](?: \\[\\*])?$", Pattern.MULTILINE);

  @TempDir Path root;

  static List<String> cases() throws IOException {
    try (Stream<Path> paths = Files.list(FIXTURES)) {
      return paths
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsWhatBecomesOfThem(String fixture) throws IOException {
    SortedMap<String, String> before = write(fixture);

    Cli.Result result = Cli.in(root).run("migrate", "old", "--diff");

    assertThat(result.err()).isEmpty();
    assertThat(Folders.files(root)).isEqualTo(before);
    Goldens.assertMatches(
        FIXTURES.resolve(fixture + "/output.txt"), result.out() + "exit " + result.status() + "\n");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesThemAndKeepsTheOld(String fixture) throws IOException {
    SortedMap<String, String> before = write(fixture);

    Cli.in(root).run("migrate", "old", "--write");

    assertThat(Folders.files(root)).containsAllEntriesOf(before);
    Goldens.assertMatchesAll(
        FIXTURES.resolve(fixture + "/after"), Folders.files(root.resolve("datasets")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void changesNothingTheSecondTime(String fixture) throws IOException {
    write(fixture);
    Cli.Result first = Cli.in(root).run("migrate", "old", "--write");
    var once = Folders.files(root);

    Cli.Result second = Cli.in(root).run("migrate", "old", "--write");

    assertThat(Folders.files(root)).isEqualTo(once);
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.out()).doesNotContain("\ncreated ");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesNothingToValidateThatItDidNotName(String fixture) throws IOException {
    write(fixture);
    Cli.Result result = Cli.in(root).run("migrate", "old", "--write");

    Cli.Result validated = Cli.in(root).run("validate", "--quiet");

    assertThat(new TreeSet<>(rules(result.out()))).containsAll(rules(validated.out()));
    assertThat(rules(validated.out())).hasSizeLessThanOrEqualTo(rules(result.out()).size());
    if (result.status() == 0) {
      assertThat(validated.status()).as(validated.out()).isZero();
    }
  }

  private static List<String> rules(String report) {
    return RULE.matcher(report).results().map(found -> found.group(1)).toList();
  }

  private SortedMap<String, String> write(String fixture) throws IOException {
    Folders.copy(FIXTURES.resolve(fixture + "/before"), root);
    Path platform = root.resolve("datasets/platform.yaml");
    if (Files.notExists(platform)) {
      Files.createDirectories(platform.getParent());
      Files.copy(FIXTURES.resolve("platform.yaml"), platform);
    }
    return Folders.files(root);
  }
}
