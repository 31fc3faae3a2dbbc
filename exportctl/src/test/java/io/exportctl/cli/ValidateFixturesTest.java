package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Conformance;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Pairs of files: bad YAML, and exactly what the tool says of it. A new case is two new files in
 * {@code src/test/resources/validate}: {@code push/x.yaml} with {@code push/x.out}, likewise {@code
 * pull} and {@code platform}; or a folder {@code workspaces/x/datasets} with {@code
 * workspaces/x.out}.
 */
class ValidateFixturesTest {

  private static final Path FIXTURES = Goldens.resources().resolve("validate");
  private static final Path PLATFORM = FIXTURES.resolve("platform.yaml");

  @TempDir Path root;

  static Stream<String> datasets() throws IOException {
    return Stream.of("push", "pull").flatMap(kind -> yamlFiles(kind).stream());
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
  void saysWhatIsWrongWithDataset(String fixture) throws IOException {
    Path source = FIXTURES.resolve(fixture + ".yaml");
    write("datasets/platform.yaml", Files.readAllBytes(PLATFORM));
    write("datasets/" + fixture.replace('-', '_') + ".yaml", Files.readAllBytes(source));

    assertGolden(fixture);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void saysWhatIsWrongWithPlatform(String fixture) throws IOException {
    write("datasets/platform.yaml", Files.readAllBytes(FIXTURES.resolve(fixture + ".yaml")));

    assertGolden(fixture);
  }

  @ParameterizedTest
  @MethodSource("workspaces")
  void saysWhatIsWrongAcrossFiles(String fixture) throws IOException {
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
    Pattern rule = Pattern.compile(": (?:error|warning): .* \\[([a-z0-9-]+)]$", Pattern.MULTILINE);
    for (String expectation : expectations()) {
      Matcher matcher = rule.matcher(Files.readString(FIXTURES.resolve(expectation + ".out")));
      while (matcher.find()) {
        seen.add(matcher.group(1));
      }
    }
    // Files that are unreadable or too large cannot be kept here; WorkspaceTest makes them.
    assertThat(seen)
        .containsExactly(
            "administrator-role",
            "alarm-region",
            "alias",
            "ambiguous-value",
            "bucket-clash",
            "byte-order-mark",
            "control-character",
            "derived-name",
            "duplicate-entry",
            "duplicate-key",
            "duplicate-name",
            "duplicate-user",
            "empty-file",
            "empty-list",
            "invalid-ignore",
            "invalid-value",
            "missing-key",
            "multiple-documents",
            "name-file-mismatch",
            "nesting-too-deep",
            "not-utf-8",
            "own-account-role",
            "placeholder",
            "policy-nearly-full",
            "policy-too-large",
            "review-due",
            "review-overdue",
            "shared-paperwork",
            "sso-role",
            "stray-file",
            "target-is-ours",
            "unknown-key",
            "unused-ignore",
            "user-prefix",
            "wrong-type",
            "yaml-syntax",
            "yaml-tag");
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

  private static List<String> yamlFiles(String folder) {
    return Folders.names(FIXTURES.resolve(folder), ".yaml").stream()
        .map(name -> folder + "/" + name)
        .toList();
  }

  private static Set<String> expectations() {
    Set<String> found = new TreeSet<>();
    for (String folder : List.of("push", "pull", "platform", "workspaces")) {
      Folders.names(FIXTURES.resolve(folder), ".out").stream()
          .map(name -> folder + "/" + name)
          .forEach(found::add);
    }
    return found;
  }
}
