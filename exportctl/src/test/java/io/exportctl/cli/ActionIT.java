package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.exportctl.support.Command;
import io.exportctl.support.Conformance;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The composite action in {@code action.yaml}: its scripts are run as GitHub's runner runs them.
 */
class ActionIT {

  private static final Path REPOSITORY = ExampleWorkspace.REPOSITORY;
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (\\w+)\\.([\\w.-]+) }}");

  @TempDir static Path prepared;

  private static Map<String, Object> action;

  @TempDir Path root;
  @TempDir Path runner;

  @BeforeAll
  static void install() throws IOException {
    action = new Yaml().load(Files.readString(REPOSITORY.resolve("action.yaml")));
    Step step = run("install", REPOSITORY, prepared, prepared, Map.of());
    assertThat(step.status()).as(step.log()).isZero();
  }

  @BeforeEach
  void read() {
    ExampleWorkspace.writeTo(root);
    Folders.copy(prepared.resolve("exportctl"), runner.resolve("exportctl"));
    runner.resolve("exportctl/bin/exportctl").toFile().setExecutable(true);
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
        env("validate").values().stream()
            .map(EXPRESSION::matcher)
            .map(ActionIT::input)
            .sorted()
            .toList();

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

    assertThat(runner.resolve("path")).content().isEqualTo(runner.resolve("exportctl/bin") + "\n");
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "yes, 1", "On, 1", "1, 1", "false, 0", "no, 0", "OFF, 0", "ture, 2"})
  void isStrictIfAskedInAnyWord(String strict, String status) {
    Folders.copy(
        Goldens.resources().resolve("validate/workspaces/shared-paperwork/datasets"),
        root.resolve("datasets"));

    assertThat(run(Map.of("strict", strict)).outputs()).containsEntry("exit-code", status);
  }

  @Test
  void buildsTheToolOfACommitWithoutRelease() {
    assertThat(prepared.resolve("exportctl/lib/exportctl.jar")).exists();
    assertThat(prepared.resolve("exportctl/lib/export-lambda.zip")).exists();
    assertThat(
            Command.in(root).run(runner.resolve("exportctl/bin/exportctl").toString(), "--version"))
        .isEqualTo(new Command.Result(0, "exportctl " + Version.number() + "\n", ""));
  }

  /** The tag itself, and the commit that it names. */
  @ParameterizedTest
  @ValueSource(strings = {"v9.8.7", "1111111111111111111111111111111111111111"})
  void takesTheReleaseOfItsOwnRef(String ref) throws IOException {
    Tools.require("bash", "curl", "git", "sha256sum", "tar");
    Path release = Files.createDirectories(root.resolve("team/exportctl/releases/download/v9.8.7"));
    writeRelease(release);
    Path refs = Files.createDirectories(root.resolve("team/exportctl/info")).resolve("refs");
    Files.writeString(
        refs, "2".repeat(40) + "\trefs/tags/v9.8.7\n" + "1".repeat(40) + "\trefs/tags/v9.8.7^{}\n");
    Files.writeString(root.resolve("team/exportctl/HEAD"), "ref: refs/heads/main\n");

    Step step = installFrom(root, ref);

    assertThat(step.status()).as(step.log()).isZero();
    assertThat(runner.resolve("exportctl/bin/exportctl")).hasContent("of the release");
    assertThat(runner.resolve("exportctl/lib")).doesNotExist();
  }

  @Test
  void refusesReleaseWithAnotherChecksum() throws IOException {
    Tools.require("bash", "curl", "git", "sha256sum", "tar");
    Path release = Files.createDirectories(root.resolve("team/exportctl/releases/download/v9.8.7"));
    writeRelease(release);
    Files.writeString(release.resolve("SHA256SUMS"), "0".repeat(64) + "  exportctl-9.8.7.tar.gz\n");

    Step step = installFrom(root, "v9.8.7");

    assertThat(step.status()).isEqualTo(3);
    assertThat(step.log()).startsWith("::error title=exportctl::the release does not have ");
    assertThat(runner.resolve("exportctl")).isEmptyDirectory();
  }

  @Test
  void keepsTheToolInACacheThatChangesWithItsSources() {
    Properties looked = run("look", REPOSITORY, root, runner, Map.of()).outputs();

    assertThat(looked.getProperty("key")).matches("exportctl-Linux-X64-[0-9a-f]{40}");
    assertThat(looked.getProperty("folder")).isEqualTo(runner.resolve("exportctl").toString());
    assertThat(run("look", REPOSITORY, root, runner, Map.of()).outputs()).isEqualTo(looked);
    assertThat(step("install"))
        .containsEntry("if", "${{ steps.cache.outputs.cache-hit != 'true' }}");
  }

  private void writeRelease(Path release) throws IOException {
    Path bin = Files.createDirectories(root.resolve("exportctl-9.8.7/bin"));
    Files.writeString(bin.resolve("exportctl"), "of the release");
    Command.in(root)
        .run(
            "bash",
            "-c",
            "tar -czf '%1$s/exportctl-9.8.7.tar.gz' exportctl-9.8.7 && cd '%1$s' && sha256sum * >SHA256SUMS"
                .formatted(release))
        .orFail();
  }

  /** Runs the step against a web server that has the files of a folder. */
  private Step installFrom(Path files, String ref) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> serve(files, exchange));
    server.start();
    try {
      return run(
          "install",
          root.resolve("_actions/team/exportctl").resolve(ref),
          root,
          runner,
          Map.of("GITHUB_SERVER_URL", "http://127.0.0.1:" + server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private static void serve(Path files, HttpExchange exchange) throws IOException {
    try (exchange) {
      Path file = files.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
      if (!file.startsWith(files) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] content = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
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
    return run("validate", REPOSITORY, root, runner, with);
  }

  /**
   * Runs a step.
   *
   * @param place the folder of the action
   * @param temporary the folder in {@code RUNNER_TEMP}
   * @param with values of inputs, and the variable {@code GITHUB_SERVER_URL}
   */
  private static Step run(
      String id, Path place, Path folder, Path temporary, Map<String, String> with) {
    Tools.require("bash");
    try {
      Path script = Files.writeString(temporary.resolve("script.sh"), (String) step(id).get("run"));
      Files.writeString(temporary.resolve("output"), "");
      Map<String, String> environment =
          new HashMap<>(
              Map.of(
                  "GITHUB_ACTION_PATH", place.toString(),
                  "GITHUB_WORKSPACE", folder.toString(),
                  "GITHUB_OUTPUT", temporary.resolve("output").toString(),
                  "GITHUB_PATH", temporary.resolve("path").toString(),
                  "GITHUB_STEP_SUMMARY", temporary.resolve("summary").toString(),
                  "GITHUB_SERVER_URL", with.getOrDefault("GITHUB_SERVER_URL", ""),
                  "RUNNER_OS", "Linux",
                  "RUNNER_ARCH", "X64",
                  "RUNNER_TEMP", temporary.toString()));
      env(id).forEach((name, value) -> environment.put(name, evaluate(value, with)));
      Command.Result result =
          Command.in(folder)
              .with(environment)
              .run("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
      Properties outputs = new Properties();
      outputs.load(Files.newBufferedReader(temporary.resolve("output")));
      return new Step(result.status(), result.out(), outputs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String evaluate(String value, Map<String, String> with) {
    String name = input(EXPRESSION.matcher(value));
    Map<String, Map<String, String>> inputs = map(action.get("inputs"));
    return with.getOrDefault(name, inputs.get(name).get("default"));
  }

  private static String input(Matcher expression) {
    assertThat(expression.matches()).isTrue();
    assertThat(expression.group(1)).isEqualTo("inputs");
    return expression.group(2);
  }

  private static Map<String, String> env(String id) {
    return step(id).containsKey("env") ? map(step(id).get("env")) : Map.of();
  }

  private static Map<String, Object> step(String id) {
    return steps().stream().filter(step -> id.equals(step.get("id"))).findFirst().orElseThrow();
  }

  private static List<Map<String, Object>> steps() {
    Map<String, List<Map<String, Object>>> runs = map(action.get("runs"));
    return runs.get("steps");
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> map(Object value) {
    return (Map<String, T>) value;
  }
}
