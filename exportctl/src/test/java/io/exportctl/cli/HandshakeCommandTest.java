package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code exportctl handshake}, on the workspace in {@code src/test/resources/handshake}. */
class HandshakeCommandTest {

  private static final Path FIXTURES = Goldens.resources().resolve("handshake");
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    Folders.copy(FIXTURES.resolve("workspace"), root);
  }

  @ParameterizedTest
  @CsvSource({
    "new_project, text, txt",
    "new_project, json, json",
    "new_project, terraform, tf",
    "kept, text, txt",
    "kept, terraform, tf",
    "dashboard, text, txt",
    "dashboard, json, json",
    "dashboard, terraform, tf",
    "case_exchange, text, txt",
    "case_exchange, json, json",
    "own, text, txt",
    "own, json, json",
    "own, terraform, tf",
    "case_notes, text, txt",
    "case_notes, json, json",
    "case_notes, terraform, tf",
    "case_notes, kubernetes, yaml",
    "first_notes_dev, text, txt",
    "first_notes_dev, json, json",
    "first_notes_dev, terraform, tf",
    "first_notes_dev, kubernetes, yaml",
    "claims, text, txt",
    "claims, json, json",
    "claims, terraform, tf",
    "payments, text, txt",
    "payments, terraform, tf",
    "exporters, text, txt",
    "exporters, json, json"
  })
  void saysWhatTheOtherSideHasToDo(String dataset, String format, String end) {
    Cli.Result result = Cli.in(root).run("handshake", dataset, "--format", format);

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    Goldens.assertMatches(FIXTURES.resolve(dataset + "." + end), result.out());
  }

  @ParameterizedTest
  @CsvSource({"210987654321, research-hub", "Cloud Platform, cloud-platform"})
  void printsTerraformOfOneAccount(String account, String golden) {
    Cli.Result result =
        Cli.in(root)
            .run("handshake", "case_exchange", "--format", "terraform", "--account", account);

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    Goldens.assertMatches(FIXTURES.resolve("case_exchange-" + golden + ".tf"), result.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case_exchange --format terraform | pull/case_exchange has roles of 2 accounts, each with"
            + " Terraform of its own: add --account 210987654321 or --account 754256621582",
        "case_exchange --format terraform --account 345678901234 | pull/case_exchange has no roles"
            + " of account \"345678901234\"",
        "new_project --format terraform --account 210987654321 | push/new_project has no roles of"
            + " account \"210987654321\"",
        "dashboard --account 210987654321 | --account goes with --format terraform only"
      })
  void refusesTheWrongAccount(String options, String message) {
    List<String> command = new ArrayList<>(List.of("handshake"));
    command.addAll(List.of(options.split(" ")));

    assertThat(Cli.in(root).run(command.toArray(String[]::new)))
        .isEqualTo(
            new Cli.Result(
                2, "", "exportctl: " + message + " (see 'exportctl handshake --help')\n"));
  }

  @Test
  void saysThatReadersHaveNothingToApply() {
    Cli.Result result = Cli.in(root).run("handshake", "exporters", "--format", "terraform");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                """
                exportctl: source/exporters has no Terraform for the other side: leave --format \
                terraform out (see 'exportctl handshake --help')
                """));
  }

  @Test
  void saysThatACopyIsUpToDate() throws IOException {
    String printed = Cli.in(root).run("handshake", "case_notes", "--format", "kubernetes").out();
    Files.writeString(root.resolve("job.yaml"), printed.replace("\n", "\r\n"));

    assertThat(check("job.yaml")).isEqualTo(new Cli.Result(0, "job.yaml is up to date\n", ""));
  }

  @Test
  void showsWhereACopyDiffers() throws IOException {
    String printed = Cli.in(root).run("handshake", "case_notes", "--format", "kubernetes").out();
    Files.writeString(
        root.resolve("job.yaml"), printed.replace("value: case_notes", "value: other"));

    Cli.Result result = check("job.yaml");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("--- job.yaml\n+++ handshake case_notes --format kubernetes\n")
        .contains("\n-                  value: other\n+                  value: case_notes\n");
  }

  @Test
  void cannotCompareWithWhatIsNotThere() {
    assertThat(check("missing.yaml").status()).isEqualTo(3);
    assertThat(check("missing.yaml").err()).startsWith("exportctl: cannot read ");
  }

  @Test
  void hasNoManifestForAKindWithoutJob() {
    assertThat(Cli.in(root).run("handshake", "kept", "--format", "kubernetes"))
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                "exportctl: push/kept has no job in Kubernetes: leave --format kubernetes out (see"
                    + " 'exportctl handshake --help')\n"));
  }

  private Cli.Result check(String copy) {
    return Cli.in(root).run("handshake", "case_notes", "--format", "kubernetes", "--check", copy);
  }

  @Test
  void asksForWhatTheDocumentShows() throws IOException {
    Path document = ExampleWorkspace.REPOSITORY.resolve("docs/deploying.md");
    List<Map<String, Object>> shown =
        JSON_BLOCK
            .matcher(Files.readString(document))
            .results()
            .map(block -> new JSONObject(block.group(1)).toMap())
            .toList();
    JSONObject handshake =
        new JSONObject(Cli.in(root).run("handshake", "new_project", "--format", "json").out());

    Stream<Map<String, Object>> statements =
        IntStream.range(0, 2)
            .mapToObj(handshake.getJSONArray("asks")::getJSONObject)
            .map(ask -> ask.getJSONArray("statements").getJSONObject(0).toMap());
    Map<String, Object> rule = handshake.getJSONObject("lifecycleRule").toMap();
    assertThat(shown).isEqualTo(Stream.concat(statements, Stream.of(rule)).toList());
  }

  @Test
  void asksWhichOfTwoIsMeant() throws IOException {
    Path dashboard = root.resolve("datasets/pull/dashboard.yaml");
    Files.writeString(
        root.resolve("datasets/pull/kept.yaml"),
        Files.readString(dashboard).replace("name: dashboard", "name: kept"));

    Cli.Result both = Cli.in(root).run("handshake", "kept");
    Cli.Result one = Cli.in(root).run("handshake", "pull/kept");

    assertThat(both)
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                "exportctl: \"kept\" is ambiguous, expected push/kept or pull/kept (see"
                    + " 'exportctl handshake --help')\n"));
    assertThat(one.out()).startsWith("For the owners of the roles that read s3://example-kept/\n");
  }

  @Test
  void saysNothingOfADatasetThatHasErrors() throws IOException {
    Path kept = root.resolve("datasets/push/kept.yaml");
    Files.writeString(kept, Files.readString(kept).replace("example-kept", "arn:aws:s3:::kept"));

    assertThat(Cli.in(root).run("handshake", "kept"))
        .isEqualTo(
            new Cli.Result(
                1,
                "",
                "exportctl: datasets/push/kept.yaml has 1 error and is left out; exportctl validate"
                    + " shows them\n"));
  }
}
