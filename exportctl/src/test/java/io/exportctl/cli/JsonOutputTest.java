package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Conformance;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the output of {@code --format json} to the schemas in {@code schema/output}. */
class JsonOutputTest {

  /** Command lines that cover each schema, with findings and without. */
  private static final Map<String, List<String>> LINES =
      Map.of(
          "list", List.of("list", "show prison_arrivals", "show court_dashboard"),
          "handshake", List.of("handshake prison_arrivals", "handshake court_dashboard"),
          "review", List.of("review --since main"),
          "changed", List.of("changed --since main"),
          "explain", List.of("explain", "explain unknown-key"),
          "doctor", List.of("doctor"),
          "migrate", List.of("migrate old", "migrate old --write", "migrate old --write"),
          "render", List.of("render --check", "render", "render"),
          "fix", List.of("fix", "fix"));

  /** Schemas of commands that ask AWS, whose output OperateIT checks. */
  private static final List<String> OF_AWS = List.of("status", "stuck");

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() throws IOException {
    ExampleWorkspace.writeTo(root);
    Repository.in(root).commit();
    Folders.copy(
        Goldens.resources().resolve("migrate/target-bucket/before/old"), root.resolve("old"));
    Path dataset = root.resolve("datasets/push/case_outcomes.yaml");
    Files.writeString(dataset, Files.readString(dataset) + "review_by: 2026-12-31\n");
  }

  @Test
  void fitsItsSchema() {
    new TreeMap<>(LINES).forEach((schema, lines) -> lines.forEach(line -> check(schema, line)));
  }

  @Test
  void fitsItsSchemaWhereFilesHaveErrors() throws IOException {
    Files.writeString(root.resolve("datasets/push/broken.yaml"), "name: broken\nbuckt: x\n");
    Files.writeString(root.resolve("datasets/pull/other.yml"), "name: other\n");
    new TreeMap<>(LINES).forEach((schema, lines) -> lines.forEach(line -> check(schema, line)));
  }

  @Test
  void coversEverySchema() {
    assertThat(Folders.names(ExampleWorkspace.REPOSITORY.resolve("schema/output"), ".schema.json"))
        .containsExactlyElementsOf(
            Stream.concat(LINES.keySet().stream(), OF_AWS.stream()).sorted().toList());
  }

  @Test
  void printsNoDiffAsJson() {
    for (String command : List.of("fix", "render", "migrate old")) {
      Cli.Result result = Cli.in(root).run((command + " --diff --format json").split(" ", -1));
      assertThat(result.status()).as(command).isEqualTo(2);
      assertThat(result.out()).isEmpty();
    }
  }

  private void check(String schema, String line) {
    Cli.Result result = Cli.in(root).run((line + " --format json").split(" ", -1));
    assertThat(result.status()).as(line + result.err()).isLessThan(2);
    JSONObject output = Conformance.assertOutput(schema, result.out());
    assertThat(output.getInt("version")).isEqualTo(1);
  }
}
