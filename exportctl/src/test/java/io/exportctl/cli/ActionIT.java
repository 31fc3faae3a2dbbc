package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.Conformance;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The composite action in {@code action.yaml}: its script is run as GitHub's runner runs it. */
class ActionIT {

  private static final Path REPOSITORY = ExampleWorkspace.REPOSITORY;
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (\\w+)\\.([\\w.-]+) }}");

  @TempDir Path root;
  @TempDir Path runner;

  private Map<String, Object> action;

  @BeforeEach
  void read() throws IOException {
    ExampleWorkspace.writeTo(root);
    Files.createFile(runner.resolve("output"));
    action = new Yaml().load(Files.readString(REPOSITORY.resolve("action.yaml")));
  }

  /** What the step printed, and its outputs. */
  private record Step(int status, String log, Properties outputs) {}

  @Test
  void putsNoValueIntoItsScripts() {
    assertThat(steps())
        .allSatisfy(
            step ->
                assertThat(String.valueOf(step.get("run")))
                    .doesNotContain("${{")
                    .doesNotContain("eval"));
  }

  @Test
  void hasDescriptionAndDefaultForEveryInputThatItUses() {
    Map<String, Map<String, String>> inputs = map(action.get("inputs"));
    List<String> used =
        env().values().stream().map(EXPRESSION::matcher).map(ActionIT::input).sorted().toList();

    assertThat(used).containsExactlyInAnyOrderElementsOf(inputs.keySet());
    assertThat(inputs.values())
        .allSatisfy(input -> assertThat(input).containsOnlyKeys("description", "default"));
  }

  @Test
  void annotatesLinesAndFails() throws IOException {
    breakDataset();

    Step step = run(Map.of());

    assertThat(step.status()).isEqualTo(1);
    assertThat(step.log())
        .startsWith("::error file=datasets/push/new_project.yaml,line=1,")
        .doesNotContain("add-matcher");
    assertThat(step.outputs()).containsOnly(Map.entry("exit-code", "1"));
    assertThat(runner.resolve("summary")).content().contains("### exportctl: ", "missing-key");
  }

  @Test
  void passesWhereNothingIsWrong() {
    Step step = run(Map.of("strict", "true", "max-problems", "3"));

    assertThat(step.status()).as(step.log()).isZero();
    assertThat(step.log()).isEmpty();
    assertThat(step.outputs()).containsOnly(Map.entry("exit-code", "0"));
  }

  @Test
  void writesReportForOtherPrograms() throws IOException {
    breakDataset();

    Step step = run(Map.of("format", "sarif"));

    assertThat(step.status()).isEqualTo(1);
    assertThat(step.log()).isEmpty();
    Conformance.assertSarif(Files.readString(Path.of(step.outputs().getProperty("report"))));
    assertThat(run(Map.of("format", "sarif", "max-problems", "-1")).outputs())
        .as("no report of a run that could not be")
        .containsOnly(Map.entry("exit-code", "2"));
  }

  @Test
  void putsTheToolOnThePathOfTheStepsThatFollow() {
    run(Map.of());

    assertThat(runner.resolve("path"))
        .content()
        .isEqualTo(REPOSITORY.resolve("exportctl/bin") + "\n");
  }

  @Test
  void obeysNoLineOfUsersFilesInTextFormat() throws IOException {
    breakDataset();

    List<String> log = run(Map.of("format", "text")).log().lines().toList();
    String token = log.get(1).replace("::stop-commands::", "");

    assertThat(log.get(0))
        .isEqualTo("::add-matcher::" + REPOSITORY + "/.github/exportctl-matcher.json");
    assertThat(token).matches("[0-9-]{7,}");
    assertThat(log.get(2)).startsWith("datasets/push/new_project.yaml:1:1: error: ");
    assertThat(log.subList(log.size() - 2, log.size()))
        .containsExactly("::" + token + "::", "::remove-matcher owner=exportctl::");
  }

  @Test
  void takesPathsOneALineWhateverTheyHold() throws IOException {
    breakDataset();
    Path odd = root.resolve("datasets/push/a $(touch x); b.yaml");
    Files.writeString(odd, "name: x\n");

    Step step =
        run(Map.of("paths", "\npush/a $(touch x); b.yaml\n", "working-directory", "datasets"));

    assertThat(step.log())
        .contains("file=datasets/push/a $(touch x); b.yaml,")
        .doesNotContain("file=datasets/push/new_project.yaml");
    assertThat(run(Map.of("paths", "--kind=push")).outputs())
        .as("a path is no option")
        .containsOnly(Map.entry("exit-code", "3"));
    assertThat(root.resolve("x")).doesNotExist();
  }

  private void breakDataset() throws IOException {
    Files.writeString(root.resolve("datasets/push/new_project.yaml"), "name: new_project\n");
  }

  private Step run(Map<String, String> with) {
    Tools.require("bash");
    try {
      Path script = Files.writeString(runner.resolve("script.sh"), (String) step().get("run"));
      Files.writeString(runner.resolve("output"), "");
      Map<String, String> environment =
          new HashMap<>(
              Map.of(
                  "GITHUB_ACTION_PATH", REPOSITORY.toString(),
                  "GITHUB_WORKSPACE", root.toString(),
                  "GITHUB_OUTPUT", runner.resolve("output").toString(),
                  "GITHUB_PATH", runner.resolve("path").toString(),
                  "GITHUB_STEP_SUMMARY", runner.resolve("summary").toString(),
                  "RUNNER_TEMP", runner.toString()));
      env().forEach((name, value) -> environment.put(name, evaluate(value, with)));
      Command.Result result =
          Command.in(root)
              .with(environment)
              .run("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
      Properties outputs = new Properties();
      outputs.load(Files.newBufferedReader(runner.resolve("output")));
      return new Step(result.status(), result.out(), outputs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String evaluate(String value, Map<String, String> with) {
    String name = input(EXPRESSION.matcher(value));
    Map<String, Map<String, String>> inputs = map(action.get("inputs"));
    return with.getOrDefault(name, inputs.get(name).get("default"));
  }

  private static String input(Matcher expression) {
    assertThat(expression.matches()).isTrue();
    assertThat(expression.group(1)).isEqualTo("inputs");
    return expression.group(2);
  }

  private Map<String, String> env() {
    return map(step().get("env"));
  }

  private Map<String, Object> step() {
    return steps().stream().filter(step -> step.containsKey("run")).findFirst().orElseThrow();
  }

  private List<Map<String, Object>> steps() {
    Map<String, List<Map<String, Object>>> runs = map(action.get("runs"));
    return runs.get("steps");
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> map(Object value) {
    return (Map<String, T>) value;
  }
}
