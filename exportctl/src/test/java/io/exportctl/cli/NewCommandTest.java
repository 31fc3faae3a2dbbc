package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.option.SchemaOptions;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.schema.Property;
import io.exportctl.schema.Schemas;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeAllTo(root);
  }

  @Test
  void writesPushDatasetThatValidates() {
    Cli.Result result =
        Cli.in(root)
            .run(
                "new",
                "push",
                "new_project",
                "--bucket=target-bucket-name",
                "--account=210987654321",
                "--user=alpha_user_one",
                "--user=alpha_user_two",
                "--paperwork=https://example.org/dpia#section:2",
                "--keep-files",
                "--review-by=2028-03-31");

    assertThat(result).isEqualTo(new Cli.Result(0, "created datasets/push/new_project.yaml\n", ""));
    assertThat(root.resolve("datasets/push/new_project.yaml"))
        .hasContent(
            """
            # Files that are written under the folder new_project/ of the export bucket are copied to this bucket.
            name: new_project
            bucket: target-bucket-name
            account: "210987654321"
            users:
              - alpha_user_one
              - alpha_user_two
            paperwork: https://example.org/dpia#section:2
            keep_files: true
            review_by: 2028-03-31
            """);
    assertThat(Cli.in(root).run("validate").status()).isZero();
  }

  @Test
  void writesPullDatasetThatValidates() {
    Cli.Result result =
        Cli.in(root)
            .run(
                "new",
                "pull",
                "new_project",
                "--pull-arn=arn:aws:iam::210987654321:role/reader",
                "--user=alpha_user_one",
                "--paperwork=https://example.org/a",
                "--paperwork=https://example.org/b",
                "--allow-push",
                "--bucket-versioning",
                "--review-by=2028-03-31");

    assertThat(result).isEqualTo(new Cli.Result(0, "created datasets/pull/new_project.yaml\n", ""));
    assertThat(root.resolve("datasets/pull/new_project.yaml"))
        .hasContent(
            """
            # The roles in pull_arns may read and write the bucket of this dataset.
            name: new_project
            pull_arns:
              - arn:aws:iam::210987654321:role/reader
            users:
              - alpha_user_one
            paperwork:
              - https://example.org/a
              - https://example.org/b
            allow_push: true
            bucket_versioning: true
            review_by: 2028-03-31
            """);
    assertThat(Cli.in(root).run("validate").status()).isZero();
  }

  @Test
  void writesWhatIsOnlyWarnedOf() {
    Cli.Result result =
        Cli.in(root)
            .run(
                "new",
                "pull",
                "new_project",
                "--pull-arn=arn:aws:iam::210987654321:role/admin",
                "--user=alpha_user_one",
                "--paperwork=https://example.org/a");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith(
            "created datasets/pull/new_project.yaml\n"
                + "datasets/pull/new_project.yaml:4:5: warning: ")
        .endsWith("made to read this data\n");
    assertThat(root.resolve("datasets/pull/new_project.yaml")).exists();
  }

  @ParameterizedTest
  @EnumSource
  void tellsEditorsTheSchemaWhereTheWorkspaceHasIt(DatasetKind kind) throws IOException {
    Cli.in(root).run("new", kind.id(), "without");
    Folders.copy(ExampleWorkspace.REPOSITORY.resolve("schema"), root.resolve("schema"));
    Cli.in(root).run("new", kind.id(), "with");
    Path folder = root.resolve("datasets/" + kind.id());
    String first = Files.readAllLines(folder.resolve("with.yaml")).get(0);

    assertThat(first)
        .isEqualTo("# yaml-language-server: $schema=../../schema/" + kind + ".schema.json");
    assertThat(folder.resolve(first.split("=", 2)[1]).normalize()).exists();
    assertThat(folder.resolve("without.yaml")).content().doesNotContain("yaml-language-server");
  }

  @ParameterizedTest
  @EnumSource
  void leavesBlanksThatValidatePointsAt(DatasetKind kind) {
    Cli.Result result = Cli.in(root).run("new", kind.id(), "new_project");
    String blanks =
        result.out().substring(result.out().indexOf("datasets/" + kind.id() + "/new", 9));

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith("created datasets/" + kind.id() + "/new_project.yaml\nstill to fill in:\n");
    Cli.Result validated = Cli.in(root).run("validate");
    assertThat(validated.status()).isEqualTo(1);
    assertThat(validated.out()).startsWith(blanks).contains("[placeholder]");
    assertThat(validated.out().replaceAll("\\[placeholder]", "")).doesNotContain(" [");
  }

  @Test
  void asksForWhatIsMissingUntilItFits() throws IOException {
    Cli.Result result =
        Cli.in(root)
            .onTerminal()
            .withInput(
                """
                arn:aws:s3:::target-bucket-name
                one-bucket other-bucket
                 target-bucket-name
                alpha_user_one, alpha_user_two
                https://example.org/dpia
                """)
            .run("new", "push", "new_project", "--account=210987654321");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("bucket (such as target-bucket-name): ")
        .contains("is a bucket's ARN, expected a bucket name")
        .contains("\"one-bucket other-bucket\" is not a bucket name")
        .endsWith("created datasets/push/new_project.yaml\n");
    assertThat(Files.readString(root.resolve("datasets/push/new_project.yaml")))
        .contains("bucket: target-bucket-name\n")
        .contains("users:\n  - alpha_user_one\n  - alpha_user_two\n");
    assertThat(Cli.in(root).run("validate").status()).isZero();
  }

  @Test
  void leavesBlankWhereNothingIsAnswered() {
    Cli.Result result =
        Cli.in(root).onTerminal().withInput("\n\n\n").run("new", "push", "new_project");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("still to fill in:\n").contains("<<target-bucket-name>>");
  }

  @Test
  void asksForKindAndName() {
    Cli.Result result =
        Cli.in(root)
            .onTerminal()
            .withInput("lambda\npull\nNew Project\nnew_project\n\n\n\n")
            .run("new");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .startsWith(
            "kind of the new dataset (push, pull, landing, collection or source): expected push, pull,"
                + " landing, collection or source\n")
        .contains("\"New Project\" is not a dataset name, ")
        .contains("Enter leaves a blank, ")
        .contains("created datasets/pull/new_project.yaml\n");
    assertThat(Cli.in(root).run("new", "push").err())
        .isEqualTo("exportctl: NAME is missing (see 'exportctl new push --help')\n");
  }

  @Test
  void writesNothingWhenTheInputEnds() {
    Cli.Result result =
        Cli.in(root)
            .onTerminal()
            .withInput("target-bucket-name\n")
            .run("new", "push", "new_project");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo("exportctl: nothing was written, as the input ended before the last answer\n");
    assertThat(root.resolve("datasets/push/new_project.yaml")).doesNotExist();
  }

  /** Every option of a kind, with the example of its schema. */
  @ParameterizedTest
  @EnumSource
  void writesEveryKeyThatIsGiven(DatasetKind kind) throws IOException {
    List<Property> properties =
        new Schemas(Workspace.resources(root))
            .properties(kind).stream()
                .filter(property -> !property.key().equals("name") && !property.takesKeys())
                // It belongs to another mode of a source than the key "id".
                .filter(property -> !property.key().equals("vanished"))
                .toList();
    List<String> line = new ArrayList<>(List.of("new", kind.id(), "new_project"));
    for (Property property : properties) {
      line.add(SchemaOptions.name(property));
      if (!property.isSwitch()) {
        line.add(property.example());
      }
    }

    Cli.Result result = Cli.in(root).run(line.toArray(String[]::new));

    assertThat(result.status()).as(result.out()).isZero();
    String text = Files.readString(root.resolve("datasets/" + kind.id() + "/new_project.yaml"));
    assertThat(properties).isNotEmpty();
    assertThat(properties)
        .allSatisfy(property -> assertThat(text).contains("\n" + property.key() + ":"));
  }

  @Test
  void neverOverwrites() throws IOException {
    Path existing = root.resolve("datasets/push/prison_arrivals.yaml");
    String before = Files.readString(existing);

    Cli.Result result = Cli.in(root).run("new", "push", "prison_arrivals");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: datasets/push/prison_arrivals.yaml exists already; choose another"
                    + " name, or edit that file\n"));
    assertThat(existing).hasContent(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "New-Project",
        "../../evil",
        "a/b",
        "1a",
        "",
        "a b",
        "x.yaml",
        "_a",
        "aux",
        "new_project,"
      })
  void refusesBadNameBeforeAnythingIsWritten(String name) {
    Cli.Result result = Cli.in(root).run("new", "push", name);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("exportctl: \"" + name + "\" is not a dataset name, ");
    assertThat(root.resolve("datasets/push")).isDirectoryNotContaining("glob:**/*evil*");
  }

  @Test
  void refusesValuesThatWouldNotValidate() {
    Cli.Result result =
        Cli.in(root).run("new", "push", "new_project", "--bucket", "x\"\n  evil: [*] #");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .startsWith(
            "datasets/push/new_project.yaml:3:9: error: \"x\"\\n  evil: [*] #\" is not a bucket"
                + " name [invalid-value]\n");
    assertThat(result.err()).isEqualTo("exportctl: nothing was written; fix the command\n");
    assertThat(root.resolve("datasets/push/new_project.yaml")).doesNotExist();
  }

  @Test
  void refusesNameThatIsTooLongForAws() {
    Cli.Result result = Cli.in(root).run("new", "push", "a".repeat(53));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("[derived-name]");
    assertThat(root.resolve("datasets/push/" + "a".repeat(53) + ".yaml")).doesNotExist();
  }

  @Test
  void refusesOptionOfAnotherKind() {
    Cli.Result result = Cli.in(root).run("new", "pull", "new_project", "--bucket", "b");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("exportctl: unknown option \"--bucket\"")
        .endsWith(" (see 'exportctl new pull --help')\n");
  }

  @Test
  void saysWhichKindsThereAre() {
    Cli.Result result = Cli.in(root).run("new", "lambda", "new_project");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("exportctl: unknown command \"lambda\"");
    assertThat(Cli.in(root).run("new").err()).contains("Kinds:", "  push  ", "  pull  ");
  }
}
