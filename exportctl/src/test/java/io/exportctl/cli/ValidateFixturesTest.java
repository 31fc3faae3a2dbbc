package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.support.Conformance;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs of files: bad YAML, and the exact output for it. A new case is two new files in {@code
 * src/test/resources/validate}: {@code <kind>/x.yaml} with {@code <kind>/x.out}, likewise {@code
 * platform}; or a folder {@code workspaces/x/datasets} with {@code workspaces/x.out}.
 */
class ValidateFixturesTest {

  private static final Path FIXTURES = Goldens.resources().resolve("validate");
  private static final Path PLATFORM = FIXTURES.resolve("platform.yaml");

  /** Rules whose files cannot be kept in a repository; {@code WorkspaceTest} makes them. */
  private static final EnumSet<RuleId> WITHOUT_FIXTURE =
      EnumSet.of(RuleId.FILE_TOO_LARGE, RuleId.UNREADABLE_FILE, RuleId.UNRETIRED_REMOVAL);

  @TempDir Path root;

  static Stream<String> datasets() {
    return kinds().flatMap(kind -> yamlFiles(kind).stream());
  }

  static List<String> platforms() {
    return yamlFiles("platform");
  }

  static List<String> workspaces() throws IOException {
    try (Stream<Path> paths = Files.list(FIXTURES.resolve("workspaces"))) {
      return paths
          .filter(Files::isDirectory)
          .map(path -> "workspaces/" + path.getFileName())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void reportsFaultsOfDataset(String fixture) throws IOException {
    Path source = FIXTURES.resolve(fixture + ".yaml");
    write("datasets/platform.yaml", Files.readAllBytes(PLATFORM));
    write("datasets/" + fixture.replace('-', '_') + ".yaml", Files.readAllBytes(source));

    assertGolden(fixture);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void reportsFaultsOfPlatform(String fixture) throws IOException {
    write("datasets/platform.yaml", Files.readAllBytes(FIXTURES.resolve(fixture + ".yaml")));

    assertGolden(fixture);
  }

  @ParameterizedTest
  @MethodSource("workspaces")
  void reportsFaultsAcrossFiles(String fixture) throws IOException {
    Folders.copy(FIXTURES.resolve(fixture), root);
    if (Files.notExists(root.resolve("datasets/platform.yaml"))) {
      write("datasets/platform.yaml", Files.readAllBytes(PLATFORM));
    }

    assertGolden(fixture);
  }

  @Test
  void hasNoExpectationWithoutItsFixture() throws IOException {
    Set<String> all = new TreeSet<>();
    datasets().forEach(all::add);
    all.addAll(platforms());
    all.addAll(workspaces());

    assertThat(expectations()).isEqualTo(all);
  }

  @Test
  void hasFixtureForEveryRule() throws IOException {
    Set<String> seen = new TreeSet<>();
    Pattern rule =
        Pattern.compile(
            ": (?:error|warning): .* \\[([a-z0-9-]+)](?: \\[\\*])?$", Pattern.MULTILINE);
    for (String expectation : expectations()) {
      Matcher matcher = rule.matcher(Files.readString(FIXTURES.resolve(expectation + ".out")));
      while (matcher.find()) {
        seen.add(matcher.group(1));
      }
    }
    assertThat(seen)
        .containsExactlyElementsOf(
            EnumSet.complementOf(WITHOUT_FIXTURE).stream().map(RuleId::id).toList());
  }

  private void assertGolden(String fixture) {
    Cli.Result result = Cli.in(root).run("validate");

    assertThat(result.err()).isEmpty();
    Goldens.assertMatches(
        FIXTURES.resolve(fixture + ".out"), result.out() + "exit " + result.status() + "\n");
    Conformance.assertReport(Cli.in(root).run("validate", "--format", "json").out());
    Conformance.assertSarif(Cli.in(root).run("validate", "--format", "sarif").out());
  }

  private void write(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static Stream<String> kinds() {
    return Arrays.stream(DatasetKind.values()).map(DatasetKind::id);
  }

  private static List<String> yamlFiles(String folder) {
    return Folders.names(FIXTURES.resolve(folder), ".yaml").stream()
        .map(name -> folder + "/" + name)
        .toList();
  }

  private static Set<String> expectations() {
    Set<String> found = new TreeSet<>();
    List<String> folders = Stream.concat(kinds(), Stream.of("platform", "workspaces")).toList();
    for (String folder : folders) {
      Folders.names(FIXTURES.resolve(folder), ".out").stream()
          .map(name -> folder + "/" + name)
          .forEach(found::add);
    }
    return found;
  }
}
