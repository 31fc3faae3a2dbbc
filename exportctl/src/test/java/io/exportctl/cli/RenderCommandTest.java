package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

  @TempDir Path root;

  private Path terraform;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
    terraform = root.resolve("terraform");
  }

  @Test
  void writesCompleteRootModuleWhereThereIsNone() {
    Cli.Result result = Cli.in(root).run("render");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("created terraform/push_prison_arrivals.tf\n")
        .contains("created terraform/modules/push/")
        .endsWith(" created\n");
    assertThat(Folders.files(terraform).keySet())
        .contains("versions.tf", "backend.tf", "variables.tf", "platform.tf", "users.tf")
        .noneMatch(path -> path.contains(".exportctl"));
  }

  @Test
  void writesCompleteRootModuleBesideWhatKilledRunLeft() throws IOException {
    Files.createDirectories(root.resolve(".terraform.exportctl"));
    Files.writeString(root.resolve(".terraform.exportctl/push_gone.tf"), "# Half");

    assertThat(Cli.in(root).run("render").status()).isZero();
    assertThat(Folders.files(terraform).keySet())
        .contains("versions.tf", "platform.tf", "modules/push/function.tf")
        .noneMatch(path -> path.contains("gone") || path.contains(".exportctl"));
  }

  @Test
  void completesRootModuleThatHasNoModules() throws IOException {
    Files.createDirectories(terraform);
    Files.writeString(terraform.resolve("by_hand.tf"), "# Ours\n");

    Cli.Result result = Cli.in(root).run("render");

    assertThat(result.status()).isZero();
    assertThat(Folders.files(terraform).keySet())
        .contains("by_hand.tf", "versions.tf", "modules/push/function.tf", "users.tf");
  }

  @Test
  void writesNothingTheSecondTime() throws IOException {
    Cli.in(root).run("render");
    Path file = terraform.resolve("push_prison_arrivals.tf");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, longAgo);

    Cli.Result result = Cli.in(root).run("render");

    assertThat(result).isEqualTo(new Cli.Result(0, "9 files up to date\n", ""));
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
  }

  @Test
  void changesOnlyWhatDiffersAndRemovesWhatIsGone() throws IOException {
    Cli.in(root).run("render");
    Path dataset = root.resolve("datasets/push/prison_arrivals.yaml");
    Files.writeString(
        dataset, Files.readString(dataset).replace("landing-prod", "landing-preprod"));
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));
    Files.writeString(terraform.resolve("by_hand.tf"), "# Ours\n");

    Cli.Result result = Cli.in(root).run("render");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                0,
                """
                changed terraform/pull.tf
                removed terraform/pull_court_dashboard.tf
                changed terraform/push_prison_arrivals.tf
                changed terraform/users.tf
                4 files: 3 changed, 1 removed
                """,
                "exportctl: pull/court_dashboard is deleted: the next apply takes the access away and"
                    + " deletes the bucket example-court-dashboard, or fails if the bucket holds files;"
                    + " see docs/deploying.md\n"));
    assertThat(terraform.resolve("pull_court_dashboard.tf")).doesNotExist();
    assertThat(terraform.resolve("by_hand.tf")).hasContent("# Ours\n");
  }

  /** Two names of one file stand for what a folder lists where case does not count. */
  @Test
  void keepsFileThatTheFolderListsInAnotherCase() throws IOException {
    Cli.in(root).run("render");
    Path listed = terraform.resolve("PUSH_prison_arrivals.tf");
    Files.createLink(listed, terraform.resolve("push_prison_arrivals.tf"));

    assertThat(Cli.in(root).run("render").out()).endsWith(" files up to date\n");
    assertThat(listed).exists();
  }

  @Test
  void removesFileThatOnlyLooksLikeAnother() throws IOException {
    Cli.in(root).run("render");
    Path other = terraform.resolve("PUSH_prison_arrivals.tf");
    Files.copy(terraform.resolve("push_prison_arrivals.tf"), other);

    assertThat(Cli.in(root).run("render").out())
        .startsWith("removed terraform/PUSH_prison_arrivals.tf\n");
    assertThat(terraform.resolve("push_prison_arrivals.tf")).exists();
  }

  @Test
  void checkWritesNothingAndSaysWhatWouldChange() throws IOException {
    Cli.in(root).run("render");
    Path dataset = root.resolve("datasets/push/prison_arrivals.yaml");
    Files.writeString(
        dataset, Files.readString(dataset).replace("landing-prod", "landing-preprod"));
    SortedMap<String, String> before = Folders.files(terraform);

    Cli.Result result = Cli.in(root).run("render", "--check", "--diff");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("would change terraform/push_prison_arrivals.tf\n")
        .contains(
            """
            -    target_bucket  = "example-arrivals-landing-prod"
            +    target_bucket  = "example-arrivals-landing-preprod"
            """)
        .endsWith("1 file out of date: 1 to change; run exportctl render\n");
    assertThat(Cli.in(root).run("render", "--diff")).isEqualTo(result);
    assertThat(Folders.files(terraform)).isEqualTo(before);
    assertThat(Cli.in(root).run("render").status()).isZero();
    assertThat(Cli.in(root).run("render", "--check"))
        .isEqualTo(new Cli.Result(0, "9 files up to date\n", ""));
  }

  @Test
  void writesNothingWhileOneDatasetHasAnError() throws IOException {
    Cli.in(root).run("render");
    SortedMap<String, String> before = Folders.files(terraform);
    Files.writeString(root.resolve("datasets/push/broken.yaml"), "name: broken\n");
    Files.delete(root.resolve("datasets/push/prison_arrivals.yaml"));

    Cli.Result result = Cli.in(root).run("render");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).startsWith("datasets/push/broken.yaml:1:1: error: key \"bucket\"");
    assertThat(result.err()).isEqualTo("exportctl: nothing was rendered; fix the errors first\n");
    assertThat(Folders.files(terraform)).isEqualTo(before);
  }

  @Test
  void rendersTheSameOnEveryDate() throws IOException {
    Path dataset = root.resolve("datasets/push/prison_arrivals.yaml");
    Files.writeString(dataset, Files.readString(dataset) + "review_by: 2028-03-31\n");
    Cli.in(root).run("render");
    Files.writeString(
        dataset, Files.readString(dataset).replace("review_by: 2028", "review_by: 2026"));

    assertThat(Cli.in(root).run("validate").status()).isEqualTo(1);
    Cli.Result result = Cli.in(root).run("render");
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(": warning: the review was due 290 days ago, ")
        .doesNotContain("error")
        .endsWith("9 files up to date\n");
  }

  @Test
  void leavesFileAloneThatSomebodyElseWrote() throws IOException {
    Files.createDirectories(terraform);
    Files.writeString(terraform.resolve("users.tf"), "# Mine\n");

    Cli.Result result = Cli.in(root).run("render");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: terraform/users.tf was not written by exportctl, and is in the way;"
                    + " move it, or choose another folder with --out\n"));
    assertThat(Folders.files(terraform).keySet()).containsExactly("users.tf");
  }

  @Test
  void refusesFolderThatIsNotItsOwn(@TempDir Path foreign) throws IOException {
    Files.writeString(foreign.resolve("notes.txt"), "Mine\n");

    Cli.Result result = Cli.in(root).run("render", "--out", foreign.toString());
    Cli.Result workspace = Cli.in(root).run("render", "--out", ".");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .endsWith(
            " holds files, and none that exportctl rendered; name a new or an empty folder with"
                + " --out\n");
    assertThat(workspace.err()).startsWith("exportctl: . holds files, and none that ");
    assertThat(Folders.files(foreign).keySet()).containsExactly("notes.txt");
    assertThat(root.resolve("platform.tf")).doesNotExist();
  }

  @Test
  void takesFolderThatHoldsOnlyWhatTerraformKeeps(@TempDir Path out) throws IOException {
    Files.createDirectories(out.resolve(".terraform/modules"));

    assertThat(Cli.in(root).run("render", "--out", out.toString()).status()).isZero();
  }

  @Test
  void bringsTheProgramToAnotherFolder(@TempDir Path out) throws IOException {
    Cli.Result first = Cli.in(root).run("render", "--out", out.toString());
    Cli.Result again = Cli.in(root).run("render", "--out", out.toString());
    Files.createDirectories(terraform);
    Files.writeString(terraform.resolve("export-lambda.zip"), "a newer one");
    Cli.Result check = Cli.in(root).run("render", "--check", "--out", out.toString());
    Cli.Result newer = Cli.in(root).run("render", "--out", out.toString());

    assertThat(first.out()).contains("/export-lambda.zip\n");
    assertThat(again.out()).endsWith(" up to date\n");
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("would change ").contains("/export-lambda.zip\n");
    assertThat(newer.out()).contains("/export-lambda.zip\n1 file: 1 changed\n");
    assertThat(out.resolve("export-lambda.zip")).hasContent("a newer one");
    assertThat(terraform.resolve("platform.tf")).doesNotExist();
  }

  @Test
  void removesWhatAKilledRunLeft() throws IOException {
    Cli.in(root).run("render");
    Path users = terraform.resolve("users.tf");
    Files.writeString(users, Files.readString(users) + "# old\n");
    Path staged = Files.writeString(terraform.resolve(".users.tf.exportctl"), "# Half");
    Path copied = Files.writeString(root.resolve("datasets/push/.x.yaml123.exportctl"), "name: x");

    assertThat(Cli.in(root).run("validate").status()).isZero();
    assertThat(Cli.in(root).run("render").status()).isZero();
    assertThat(staged).doesNotExist();
    assertThat(copied).doesNotExist();
  }

  @Test
  void printsJson() throws IOException {
    Cli.in(root).run("render");
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));

    Cli.Result check = Cli.in(root).run("render", "--check", "--format", "json");

    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out())
        .isEqualTo(
            """
            {
              "version": 1,
              "written": false,
              "files": 8,
              "changes": [
                {
                  "file": "terraform/pull.tf",
                  "change": "changed"
                },
                {
                  "file": "terraform/pull_court_dashboard.tf",
                  "change": "removed"
                },
                {
                  "file": "terraform/users.tf",
                  "change": "changed"
                }
              ],
              "removed": [
                "pull/court_dashboard"
              ],
              "problems": []
            }
            """);
  }

  @Test
  void takesHandWrittenTerraformOfTheWorkspaceAlong(@TempDir Path out) throws IOException {
    Cli.in(root).run("render");
    Files.writeString(terraform.resolve("modules/push/ours.tf"), "# Ours\n");
    Files.createDirectories(terraform.resolve(".terraform/modules"));
    Files.writeString(terraform.resolve(".terraform/modules/x.tf"), "# Terraform's\n");
    Files.writeString(terraform.resolve("terraform.tfstate"), "{}");
    Files.move(terraform.resolve("pull_court_dashboard.tf"), terraform.resolve("pull_gone.tf"));

    Cli.Result first = Cli.in(root).run("render", "--out", out.toString());
    Files.writeString(terraform.resolve("modules/push/ours.tf"), "# Changed\n");
    Cli.Result second = Cli.in(root).run("render", "--out", out.toString());

    assertThat(first.status()).isZero();
    assertThat(second.status()).isZero();
    assertThat(out.resolve("modules/push/ours.tf")).hasContent("# Changed\n");
    assertThat(out.resolve("pull_gone.tf")).doesNotExist();
    assertThat(Folders.files(out).keySet())
        .noneMatch(path -> path.contains(".terraform/") || path.endsWith(".tfstate"));
  }

  @Test
  void saysWhyItCannotWrite(@TempDir Path out) throws IOException {
    Path file = out.resolve("file");
    Files.writeString(file, "");

    Cli.Result result = Cli.in(root).run("render", "--out", file.resolve("below").toString());

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).startsWith("exportctl: cannot write to ").hasLineCount(1);
    assertThat(file).isEmptyFile();
  }
}
