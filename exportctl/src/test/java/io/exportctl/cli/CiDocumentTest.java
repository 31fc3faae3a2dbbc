package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.report.Format;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What docs/ci.md shows works. */
class CiDocumentTest {

  private static final Path DOCUMENT = ExampleWorkspace.REPOSITORY.resolve("docs/ci.md");

  @TempDir Path root;

  private String text;

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(DOCUMENT);
    ExampleWorkspace.writeTo(root);
  }

  @Test
  void showsCommandsThatWork() {
    List<String> commands =
        find("exportctl (validate [^>|'`]*?) *[>|\n]")
            .filter(found -> found.contains("-"))
            .toList();

    assertThat(commands).hasSize(6);
    assertThat(commands)
        .allSatisfy(
            command -> {
              Cli.Result result = Cli.in(root).run(command.split(" +", -1));
              assertThat(result.err()).as(command).isEmpty();
              assertThat(result.status()).as(command).isZero();
            });
  }

  @Test
  void namesEveryFormat() {
    assertThat(Format.values())
        .allSatisfy(format -> assertThat(text).contains("\n| `" + format + "` | "));
  }

  @Test
  void givesTheActionInputsThatItHas() throws IOException {
    Set<String> inputs = yaml(read("action.yaml")).getJSONObject("inputs").keySet();
    List<JSONObject> steps =
        blocks("yaml")
            .map(CiDocumentTest::yaml)
            .filter(workflow -> workflow.has("jobs"))
            .map(workflow -> workflow.getJSONObject("jobs"))
            .flatMap(jobs -> jobs.keySet().stream().flatMap(job -> steps(jobs.getJSONObject(job))))
            .filter(step -> step.optString("uses").contains("/exportctl@"))
            .toList();

    assertThat(steps).hasSize(3);
    assertThat(steps)
        .allSatisfy(step -> assertThat(inputs).containsAll(step.getJSONObject("with").keySet()));
  }

  @Test
  void namesTheHooksThatThereAre() throws IOException {
    String id = "- id: (exportctl-[a-z]+)\n";

    assertThat(new TreeSet<>(find(id).toList()))
        .isEqualTo(new TreeSet<>(find(id, read(".pre-commit-hooks.yaml")).toList()))
        .isNotEmpty();
  }

  @Test
  void linksToWhatExists() {
    assertThat(find("]\\(([^)h][^)]*)\\)"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(DOCUMENT.resolveSibling(link)).exists());
  }

  private Stream<String> find(String expression) {
    return find(expression, text);
  }

  private static Stream<String> find(String expression, String where) {
    return Pattern.compile(expression, Pattern.DOTALL)
        .matcher(where)
        .results()
        .map(found -> found.group(1));
  }

  private Stream<String> blocks(String language) {
    return find("\n```" + language + "\n(.*?\n)```\n");
  }

  private static Stream<JSONObject> steps(JSONObject job) {
    return job.getJSONArray("steps").toList().stream()
        .map(Map.class::cast)
        .map(step -> new JSONObject(step));
  }

  /** A comment alone holds nothing. */
  private static JSONObject yaml(String block) {
    return new Yaml().load(block) instanceof Map<?, ?> mapping
        ? new JSONObject(mapping)
        : new JSONObject();
  }

  private static String read(String path) throws IOException {
    return Files.readString(ExampleWorkspace.REPOSITORY.resolve(path));
  }
}
