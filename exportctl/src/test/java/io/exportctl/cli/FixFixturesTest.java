package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workspaces before and after {@code exportctl fix}, and what it says: a folder for each case in
 * {@code src/test/resources/fix}, with {@code before}, {@code after}, {@code output.txt} and {@code
 * diff.txt}.
 */
class FixFixturesTest {

  private static final Path FIXTURES = Goldens.resources().resolve("fix");

  @TempDir Path root;

  static List<String> cases() throws IOException {
    try (Stream<Path> paths = Files.list(FIXTURES)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @BeforeEach
  void writePlatform() throws IOException {
    Files.createDirectory(root.resolve("datasets"));
    Files.copy(
        Goldens.resources().resolve("validate/platform.yaml"),
        root.resolve("datasets/platform.yaml"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fixes(String fixture) {
    write(fixture);

    Cli.Result result = Cli.in(root).run("fix");

    assertThat(result.err()).isEmpty();
    Goldens.assertMatches(
        FIXTURES.resolve(fixture + "/output.txt"), result.out() + "exit " + result.status() + "\n");
    Goldens.assertMatchesAll(FIXTURES.resolve(fixture + "/after"), Folders.files(root));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsWhatItWouldMend(String fixture) {
    write(fixture);
    var before = Folders.files(root);

    Cli.Result result = Cli.in(root).run("fix", "--diff");

    assertThat(Folders.files(root)).isEqualTo(before);
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(result.out().isEmpty() ? 0 : 1);
    Goldens.assertMatches(FIXTURES.resolve(fixture + "/diff.txt"), result.out());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void changesNothingTheSecondTime(String fixture) {
    write(fixture);
    Cli.in(root).run("fix");
    var once = Folders.files(root);

    Cli.Result twice = Cli.in(root).run("fix");

    assertThat(twice.out()).doesNotContain("fixed:");
    assertThat(Folders.files(root)).isEqualTo(once);
    assertThat(Cli.in(root).run("validate")).isEqualTo(twice);
  }

  private void write(String fixture) {
    Folders.files(FIXTURES.resolve(fixture + "/before"))
        .forEach(
            (path, content) -> {
              try {
                Files.createDirectories(root.resolve(path).getParent());
                Files.writeString(root.resolve(path), content);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }
}
