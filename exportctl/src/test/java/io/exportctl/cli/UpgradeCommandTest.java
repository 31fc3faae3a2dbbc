package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Folders;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init --upgrade} in a workspace that an older version wrote. */
class UpgradeCommandTest {

  @TempDir Path root;

  private Map<String, String> current;

  @BeforeEach
  void writeOldWorkspace() throws IOException {
    Cli.in(root)
        .run(
            "init",
            "--account-id=123456789012",
            "--export-bucket=a-exports",
            "--pull-bucket-prefix=a-");
    current = withoutGit();
    Path modules = root.resolve("terraform/modules");
    String queue = Files.readString(modules.resolve("push/queue.tf"));
    Files.writeString(modules.resolve("push/queue.tf"), "# old\n" + queue);
    Files.move(modules.resolve("bucket/outputs.tf"), modules.resolve("bucket/renamed.tf"));
    Files.createDirectory(modules.resolve("ours"));
    Files.writeString(modules.resolve("ours/main.tf"), "# ours\n");
    Files.write(
        root.resolve("terraform/export-lambda.zip"), "old".getBytes(StandardCharsets.UTF_8));
    Files.writeString(root.resolve("schema/push.schema.json"), "{}\n");
    Files.writeString(root.resolve("README.md"), "# Ours\n");
    Repository.in(root).commit();
  }

  @Test
  void writesWhatTheToolBringsAndSaysSo() throws IOException {
    Cli.Result result = Cli.in(root).run("init", "--upgrade");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                0,
                """
                changed schema/push.schema.json
                changed terraform/export-lambda.zip
                created terraform/modules/bucket/outputs.tf
                removed terraform/modules/bucket/renamed.tf
                changed terraform/modules/push/queue.tf
                5 files written or removed
                next:
                  1. git diff: what changed; git restore FILE takes a change back
                  2. exportctl render, then terraform plan
                  3. name this version in .github/workflows/exports.yaml
                """,
                ""));
    current.put("README.md", "# Ours\n");
    current.put("terraform/modules/ours/main.tf", "# ours\n");
    assertThat(withoutGit()).isEqualTo(current);
    assertThat(Cli.in(root).run("init", "--upgrade"))
        .isEqualTo(new Cli.Result(0, "up to date\n", ""));
  }

  @Test
  void showsTheChangesWithoutMakingThem() throws IOException {
    Map<String, String> before = withoutGit();

    Cli.Result result = Cli.in(root).run("init", "--upgrade", "--diff");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            "\n+++ terraform/modules/push/queue.tf\n",
            "\n-# old\n",
            "Binary file terraform/export-lambda.zip differs\n",
            "--- terraform/modules/bucket/renamed.tf\n+++ /dev/null\n");
    assertThat(withoutGit()).isEqualTo(before);
  }

  @Test
  void refusesToReplaceWhatGitDoesNotHave() throws IOException {
    Files.writeString(root.resolve("terraform/modules/push/queue.tf"), "# not committed\n");
    Map<String, String> before = withoutGit();

    Cli.Result result = Cli.in(root).run("init", "--upgrade");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: terraform/modules/push/queue.tf is not committed; commit the workspace"
                    + " first, so that git can take changes back; --diff writes nothing\n"));
    assertThat(withoutGit()).isEqualTo(before);

    Folders.deleteAll(root.resolve(".git"));
    Cli.Result nowhere = Cli.in(root).run("init", "--upgrade");

    assertThat(nowhere.status()).isEqualTo(3);
    assertThat(nowhere.err()).contains("commit the workspace first");
    assertThat(withoutGit()).isEqualTo(before);
  }

  @Test
  void addsNoPartThatTheWorkspaceTakesFromTheJar() {
    Folders.deleteAll(root.resolve("schema"));
    Folders.deleteAll(root.resolve("terraform"));

    assertThat(Cli.in(root).run("init", "--upgrade"))
        .isEqualTo(new Cli.Result(0, "up to date\n", ""));
  }

  @Test
  void takesNoOtherOption() {
    assertThat(Cli.in(root).run("init", "--upgrade", "--region=eu-west-1").status()).isEqualTo(2);
    assertThat(Cli.in(root).run("init", "--diff").status()).isEqualTo(2);
  }

  private Map<String, String> withoutGit() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("datasets", "schema", "terraform", ".github", ".vscode")) {
      Folders.files(root.resolve(folder))
          .forEach((path, text) -> files.put(folder + "/" + path, text));
    }
    files.put("README.md", Files.readString(root.resolve("README.md")));
    return files;
  }
}
