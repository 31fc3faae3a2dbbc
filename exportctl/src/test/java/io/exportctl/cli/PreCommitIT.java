package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The hooks in {@code .pre-commit-hooks.yaml}, run <a href="https://pre-commit.com/#script">as
 * pre-commit runs scripts</a>: the entry, split at spaces and taken from the hooks' repository,
 * with the names of the files.
 */
class PreCommitIT {

  private static final String DATASET = "datasets/push/prison_arrivals.yaml";

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
  }

  static List<Map<String, Object>> hooks() throws IOException {
    return new Yaml()
        .load(Files.readString(ExampleWorkspace.REPOSITORY.resolve(".pre-commit-hooks.yaml")));
  }

  @ParameterizedTest
  @MethodSource("hooks")
  void passesFilesThatAreFine(Map<String, Object> hook) {
    Command.Result result = run(hook, "datasets/platform.yaml", DATASET);

    assertThat(result.status()).as(hook.get("id") + result.out() + result.err()).isZero();
  }

  @ParameterizedTest
  @MethodSource("hooks")
  void startsOnceForAllFilesOfTheDatasets(Map<String, Object> hook) {
    Pattern files = Pattern.compile((String) hook.get("files"));

    assertThat(hook).containsEntry("language", "script").containsEntry("require_serial", true);
    assertThat(Stream.of("datasets/platform.yaml", DATASET, "datasets/push/a b.yml"))
        .allMatch(file -> files.matcher(file).find());
    assertThat(Stream.of("README.md", "terraform/datasets/x.yaml"))
        .noneMatch(file -> files.matcher(file).find());
  }

  @Test
  void stopsCommitOfFileWithProblems() throws IOException {
    Files.writeString(root.resolve("datasets/push/a b.yaml"), "name: x\n");
    Files.writeString(root.resolve("datasets/push/other.yaml"), "of somebody else\n");

    Command.Result result = run(hooks().get(0), DATASET, "datasets/push/a b.yaml");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .contains("datasets/push/a b.yaml:1:1: error: ")
        .doesNotContain("other.yaml");
  }

  /** The team sets {@code files: ^exports/datasets/}; pre-commit starts hooks in the root. */
  @ParameterizedTest
  @MethodSource("hooks")
  void findsTheWorkspaceInASubfolder(Map<String, Object> hook) throws IOException {
    ExampleWorkspace.writeTo(root.resolve("repository/exports"));
    Files.writeString(root.resolve("repository/exports/datasets/push/x.yaml"), "name: x\n");
    Path repository = root.resolve("repository");
    Folders.deleteAll(root.resolve("datasets"));

    Command.Result fine = runIn(repository, hook, "exports/" + DATASET);
    Command.Result found = runIn(repository, hook, "exports/datasets/push/x.yaml");

    assertThat(fine.status()).as(fine.out() + fine.err()).isZero();
    assertThat(found.status()).isEqualTo(1);
    assertThat(found.out()).contains("exports/datasets/push/x.yaml:1:1: error: ");
  }

  private Command.Result run(Map<String, Object> hook, String... files) {
    return runIn(root, hook, files);
  }

  private static Command.Result runIn(Path folder, Map<String, Object> hook, String... files) {
    String entry = ExampleWorkspace.REPOSITORY + "/" + hook.get("entry");
    List<String> command = new ArrayList<>(List.of(entry.split(" ", -1)));
    command.addAll(List.of(files));
    return Command.in(folder).run(command);
  }
}
