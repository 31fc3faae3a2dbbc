package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.kind.Kind;
import io.exportctl.kind.Kinds;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class InitCommandTest {

  private static final String NEXT =
      """
      next, in that folder:
        1. exportctl new KIND NAME: your exports; delete the examples in datasets/
        2. exportctl render: the Terraform that terraform/ lacks
        3. in .github/workflows/exports.yaml, name where your exportctl is; then commit
      """;

  @TempDir Path root;

  @Test
  void writesWorkspaceThatValidatesAndRenders() {
    Cli.Result created = init("--alarm-topic-arn", "arn:aws:sns:eu-west-2:123456789012:alarms");

    int files = Folders.files(root).size();
    assertThat(created)
        .isEqualTo(new Cli.Result(0, "created a workspace in .: " + files + " files\n" + NEXT, ""));
    assertThat(root.resolve("datasets/platform.yaml"))
        .content()
        .endsWith(
            """
            account_id: "123456789012"
            region: eu-west-2
            export_bucket: team-exports
            pull_bucket_prefix: team-
            user_prefix: alpha_user_
            recovery_days: 35
            alarm_topic_arn: arn:aws:sns:eu-west-2:123456789012:alarms
            tags:
              application: data-exports
            """);
    assertThat(Cli.in(root).run("validate").out()).startsWith("no problems in 3 files");
    assertThat(Cli.in(root).run("render").status()).isZero();
    assertThat(Cli.in(root).run("doctor").out()).doesNotContain("workspace differ");
  }

  /** Nobody can deploy an example, which would let another account in. */
  @ParameterizedTest
  @MethodSource("kindsWithExample")
  void refusesExampleOfEveryKindInAWorkspaceOfItsOwnAccount(DatasetKind kind) {
    Cli.Result created =
        Cli.in(root)
            .run(
                "init",
                "--account-id=012345678901",
                "--export-bucket=team-exports",
                "--pull-bucket-prefix=team-");
    String example = "datasets/" + kind.id() + "/example_" + kind.id() + ".yaml";
    Cli.Result validated = Cli.in(root).run("validate", example);
    Cli.Result rendered = Cli.in(root).run("render");

    assertThat(created.status()).isZero();
    assertThat(created.out()).contains("still to fill in:\n").endsWith(NEXT);
    assertThat(read("datasets/platform.yaml")).contains("account_id: \"012345678901\"\n");
    assertThat(validated.status()).isEqualTo(1);
    assertThat(validated.out().lines().filter(line -> line.startsWith("datasets/")))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.startsWith(example + ":") && line.endsWith("[placeholder]"))
        .allMatch(line -> line.contains(" is an example, expected the real one"));
    assertThat(rendered.status()).isEqualTo(1);
    assertThat(root.resolve("terraform/platform.tf")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryKind(DatasetKind kind) throws IOException {
    init();
    String id = kind.id();
    Path schema = root.resolve("schema/" + id + ".schema.json");

    assertThat(schema).hasContent(SchemaFile.read(SchemaFile.path(id), Bundle::read));
    assertThat(settings().getString("schema/" + id + ".schema.json"))
        .isEqualTo("datasets/" + id + "/*.yaml");
    assertThat(root.resolve("terraform/modules/" + id)).isDirectory();
    assertThat(root.resolve("README.md"))
        .content()
        .contains("exportctl new " + id + " NAME", "`datasets/" + id + "/`");
  }

  /** Kinds without settings of their own; the others' datasets would not work at once. */
  static List<DatasetKind> kindsWithExample() {
    return Kinds.all().stream()
        .filter(kind -> kind.platformSection().isEmpty())
        .map(Kind::id)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kindsWithExample")
  void writesExample(DatasetKind kind) throws IOException {
    init();
    String id = kind.id();
    Path example = root.resolve("datasets/" + id + "/example_" + id + ".yaml");
    Path schema = root.resolve("schema/" + id + ".schema.json");
    List<String> lines = Files.readAllLines(example);

    assertThat(example.resolveSibling(lines.get(0).split("=", 2)[1]).normalize()).isEqualTo(schema);
    assertThat(lines.get(1)).isEqualTo("# An example, to be replaced before the first apply.");
    assertThat(lines).contains("  - alpha_user_example");
  }

  @Test
  void keepsWhatIsRenderedAndTheStateOutOfGit() throws IOException {
    init();
    List<String> committed = Folders.files(root).keySet().stream().toList();
    Cli.in(root).run("render", "--adopt");
    List<String> ignored =
        Files.readAllLines(root.resolve("terraform/.gitignore")).stream()
            .filter(line -> line.startsWith("/"))
            .toList();

    assertThat(Folders.files(root).keySet())
        .filteredOn(path -> !committed.contains(path))
        .isNotEmpty()
        .allMatch(path -> ignored.stream().anyMatch(line -> matches("terraform" + line, path)));
    assertThat(committed)
        .noneMatch(path -> ignored.stream().anyMatch(line -> matches("terraform" + line, path)));
  }

  @Test
  void makesTheExamplesOfWhatIsGiven() {
    Cli.Result created =
        init(
            "--user-prefix=person-",
            "--recovery-days=7",
            "--region=us-east-1",
            "--tag=Cost: a=b c");

    assertThat(created.status()).as(created.out()).isZero();
    assertThat(Cli.in(root).run("validate").out()).startsWith("no problems in 3 files");
    assertThat(root.resolve("datasets/platform.yaml"))
        .content()
        .contains("region: us-east-1\n", "recovery_days: 7\n", "  \"Cost: a\": \"b c\"\n");
    assertThat(root.resolve("datasets/push/example_push.yaml"))
        .content()
        .contains("- person-example");
  }

  @Test
  void namesTheWorkflowWhereGithubReadsIt() throws IOException {
    Files.createDirectory(root.resolve(".git"));

    Cli.Result result =
        Cli.in(root)
            .run(
                "init",
                "teams/exports",
                "--account-id=123456789012",
                "--export-bucket=team-exports",
                "--pull-bucket-prefix=team-");

    assertThat(result.out()).contains("3. in ../../.github/workflows/exports.yaml, name where ");
    assertThat(root.resolve(".github/workflows/exports.yaml"))
        .content()
        .contains("working-directory: teams/exports\n");
  }

  @Test
  void refusesTagThatIsGivenTwice() {
    Cli.Result result = init("--tag=owner=a", "--tag=owner=b");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("exportctl: the tag \"owner\" is given twice (see ");
  }

  @Test
  void neverOverwrites() throws IOException {
    for (String path : List.of("datasets/a", "schema/b.sql", "terraform/modules/c/main.tf")) {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), "old");
    }
    Map<String, String> before = Folders.files(root);

    Cli.Result result = init();

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                """
                exportctl: nothing was written; move what is in the way, or name another folder:
                  datasets/a
                  schema/b.sql
                  terraform/modules/c/main.tf
                """));
    assertThat(Folders.files(root)).isEqualTo(before);
  }

  @Test
  void namesOnlySomeOfManyFilesInTheWay() {
    init();

    assertThat(init().err().lines())
        .hasSize(12)
        .contains("  datasets/platform.yaml")
        .last()
        .asString()
        .matches("  and \\d+ more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", ".vscode/settings.json", ".github/workflows/exports.yaml"})
  void leavesSettingsOfARepositoryAsTheyAre(String path) throws IOException {
    Path own = root.resolve(path);
    Files.createDirectories(own.getParent());
    Files.writeString(own, "old");

    Cli.Result result = init();

    assertThat(result.out()).contains("\nleft as it was: " + path + "\nnext, ");
    assertThat(own).hasContent("old");
    assertThat(Cli.in(root).run("validate").status()).isZero();
  }

  @Test
  void writesWorkflowWhereTheRepositoryLooksForIt() throws IOException {
    Files.createDirectory(root.resolve(".git"));

    Cli.Result result = init("a: \"folder\"/below");
    String workflow = Files.readString(root.resolve(".github/workflows/exports.yaml"));

    assertThat(result.out()).startsWith("created a workspace in a: \"folder\"/below: ");
    assertThat(root.resolve("a: \"folder\"/below/.github")).doesNotExist();
    JSONObject job =
        new JSONObject((Map<?, ?>) new Yaml().load(workflow))
            .getJSONObject("jobs")
            .getJSONObject("exports");
    assertThat(job.query("/defaults/run/working-directory")).isEqualTo("a: \"folder\"/below");
    assertThat(job.query("/steps/2/with/working-directory")).isEqualTo("a: \"folder\"/below");
    assertThat(job.query("/steps/2/uses"))
        .isEqualTo("your-organisation/exportctl@v" + Version.number());
  }

  @Test
  void pinsActionsAsThisRepositoryDoes() throws IOException {
    init();
    Path ours = ExampleWorkspace.REPOSITORY.resolve(".github/workflows/ci.yaml");

    assertThat(read(".github/workflows/exports.yaml").lines())
        .filteredOn(line -> line.contains("uses: ") && !line.contains("/exportctl@"))
        .filteredOn(line -> !line.contains("-pages"))
        .hasSize(4)
        .isSubsetOf(Files.readAllLines(ours));
  }

  /** The pages name people and accounts: GitHub may show them to everybody. */
  @Test
  void publishesTheRegisterOnlyIfTheRepositorySaysSo() throws IOException {
    init();

    JSONObject job =
        new JSONObject((Map<?, ?>) new Yaml().load(read(".github/workflows/exports.yaml")))
            .getJSONObject("jobs")
            .getJSONObject("register");

    assertThat(job.getString("if"))
        .isEqualTo("github.event_name == 'push' && vars.PUBLISH_REGISTER == 'true'");
    assertThat(job.getString("needs")).isEqualTo("exports");
    assertThat(job.getJSONObject("permissions").toMap())
        .isEqualTo(Map.of("contents", "read", "pages", "write", "id-token", "write"));
    assertThat(job.query("/steps/2/run"))
        .isEqualTo("exportctl site --out \"$RUNNER_TEMP/register\"");
    assertThat(read(".gitignore")).contains("/site/");
  }

  @Test
  void worksFromElsewhere() throws IOException {
    Files.createDirectory(root.resolve("above"));

    Cli.Result result = init("team", "-C", "above");

    assertThat(result.out()).startsWith("created a workspace in team: ");
    assertThat(root.resolve("above/team/datasets/platform.yaml")).exists();
  }

  @Test
  void refusesValuesThatWouldNotValidate() {
    Cli.Result result =
        Cli.in(root)
            .run("init", "--account-id=12", "--recovery-days=x", "--tag=$a=[=1]${x}", "new");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("new/datasets/platform.yaml:3:13: error: \"12\" is not an AWS account number")
        .contains("error: the text \"x\", expected a whole number [wrong-type]")
        .contains("error: \"$a\" is not a tag name", "error: \"[=1]${x}\" is an unfilled template")
        .doesNotContain("example_");
    assertThat(result.err()).isEqualTo("exportctl: nothing was written; fix the command\n");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void refusesTagWithoutValue() {
    assertThat(Cli.in(root).run("init", "--tag", "owner"))
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                "exportctl: \"owner\" is not a tag, expected NAME=VALUE, such as"
                    + " owner=data-engineering (see 'exportctl init --help')\n"));
  }

  @Test
  void asksForWhatIsMissingUntilItFits() {
    Cli.Result result =
        Cli.in(root)
            .onTerminal()
            .withInput("1234-5678-9012\n123456789012\n\nteam-exports\nteam-\nperson_\n\n")
            .run("init");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("account_id (such as 123456789012): ")
        .contains("\"1234-5678-9012\" is not an AWS account number")
        .contains("region [eu-west-2]: ", "recovery_days [35]: ")
        .endsWith(NEXT);
    assertThat(root.resolve("datasets/platform.yaml"))
        .content()
        .contains("account_id: \"123456789012\"\nregion: eu-west-2\n")
        .contains("user_prefix: person_\nrecovery_days: 35\n");
    assertThat(Cli.in(root).run("validate").status()).isZero();
  }

  @Test
  void leavesBlanksThatValidatePointsAt() {
    Cli.Result result = Cli.in(root).run("init");
    Cli.Result validated = Cli.in(root).run("validate");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("still to fill in:\ndatasets/platform.yaml:3:13: error: ");
    assertThat(validated.out().lines().filter(line -> line.contains("[placeholder]"))).hasSize(3);
    assertThat(validated.out().replace("[placeholder]", "")).doesNotContain(" [");
  }

  @Test
  void offersDefaultsThatItsHelpNames() {
    String help = Cli.in(root).run("init", "--help").out();
    Cli.in(root).run("init");
    Map<String, Object> platform = new Yaml().load(read("datasets/platform.yaml"));

    for (String key : List.of("region", "user_prefix", "recovery_days")) {
      assertThat(help.replaceAll("\\s+", " ")).contains("Default: " + platform.get(key) + ".");
    }
  }

  private Cli.Result init(String... more) {
    List<String> given =
        List.of(
            "init",
            "--account-id=123456789012",
            "--export-bucket=team-exports",
            "--pull-bucket-prefix=team-");
    return Cli.in(root).run(Stream.concat(given.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private JSONObject settings() {
    return new JSONObject(read(".vscode/settings.json")).getJSONObject("yaml.schemas");
  }

  private String read(String path) {
    return Folders.files(root).get(path);
  }

  private static boolean matches(String glob, String path) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(path));
  }
}
