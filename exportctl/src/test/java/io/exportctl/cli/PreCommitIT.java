package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
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

  private Command.Result run(Map<String, Object> hook, String... files) {
    String entry = ExampleWorkspace.REPOSITORY + "/" + hook.get("entry");
    List<String> command = new ArrayList<>(List.of(entry.split(" ", -1)));
    command.addAll(List.of(files));
    return Command.in(root).run(command);
  }
}
