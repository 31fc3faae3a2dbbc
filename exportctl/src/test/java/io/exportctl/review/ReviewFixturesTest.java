package io.exportctl.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.register.Register;
import io.exportctl.schema.Schemas;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes with their sentences and effects. A new case is files in {@code src/test/resources/
 * review}: {@code <kind>/x.before.yaml}, {@code <kind>/x.after.yaml} and {@code <kind>/x.out},
 * likewise {@code platform}; without the first the dataset is new, without the second it is
 * removed. Or it is {@code workspaces/x/before}, {@code workspaces/x/after} and {@code
 * workspaces/x.out}.
 */
class ReviewFixturesTest {

  private static final Path FIXTURES = Goldens.resources().resolve("review");
  private static final Path PLATFORM = FIXTURES.resolve("platform.yaml");
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 15);

  @TempDir Path root;

  static Stream<String> files() {
    Stream<String> kinds = Arrays.stream(DatasetKind.values()).map(DatasetKind::id);
    return Stream.concat(kinds, Stream.of("platform"))
        .filter(folder -> Files.isDirectory(FIXTURES.resolve(folder)))
        .flatMap(
            folder ->
                Folders.names(FIXTURES.resolve(folder), ".yaml").stream()
                    .map(name -> folder + "/" + name.replaceFirst("\\.(before|after)$", "")))
        .distinct();
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
  @MethodSource("files")
  void tellsTheChangeOfAFile(String fixture) throws IOException {
    for (String version : List.of("before", "after")) {
      Path source = FIXTURES.resolve(fixture + "." + version + ".yaml");
      Path folder = root.resolve(version + "/datasets");
      write(PLATFORM, folder.resolve("platform.yaml"));
      boolean isPlatform = fixture.startsWith("platform/");
      if (Files.exists(source)) {
        String name = isPlatform ? "platform" : fixture.replace('-', '_');
        write(source, folder.resolve(name + ".yaml"));
      }
    }

    assertGolden(fixture);
  }

  @ParameterizedTest
  @MethodSource("workspaces")
  void tellsTheChangeOfAWorkspace(String fixture) throws IOException {
    Folders.copy(FIXTURES.resolve(fixture), root);
    for (String version : List.of("before", "after")) {
      Path platform = root.resolve(version + "/datasets/platform.yaml");
      if (Files.exists(root.resolve(version)) && Files.notExists(platform)) {
        write(PLATFORM, platform);
      }
    }

    assertGolden(fixture);
  }

  @Test
  void hasNoExpectationWithoutItsFixture() throws IOException {
    Set<String> expected =
        Folders.files(FIXTURES).keySet().stream()
            .filter(path -> path.endsWith(".out") && !path.startsWith("plan/"))
            .map(path -> path.substring(0, path.length() - ".out".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> fixtures = files().collect(Collectors.toCollection(TreeSet::new));
    fixtures.addAll(workspaces());

    assertThat(expected).isEqualTo(fixtures);
  }

  private void assertGolden(String fixture) {
    StringWriter out = new StringWriter();
    Version after = version("after").orElseThrow();
    List<Change> changes = WorkspaceReview.changes(version("before"), after);
    TextReview.print(new Review("main", changes, List.of(), List.of()), new PrintWriter(out));

    Goldens.assertMatches(FIXTURES.resolve(fixture + ".out"), out.toString());
  }

  private Optional<Version> version(String folder) {
    return Workspace.around(root.resolve(folder))
        .map(
            workspace -> {
              Inventory inventory = workspace.read();
              Validator validator = new Validator(new Schemas(workspace::resource), TODAY);
              return Version.of(inventory, Register.of(inventory, validator.validate(inventory)));
            });
  }

  private static void write(Path source, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target, Files.readAllBytes(source));
  }
}
