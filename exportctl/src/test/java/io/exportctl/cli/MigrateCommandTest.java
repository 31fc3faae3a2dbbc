package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exportctl migrate}, where it does not get as far as its fixtures. */
class MigrateCommandTest {

  private static final Path FIXTURES = Goldens.resources().resolve("migrate");

  @TempDir Path root;

  @Test
  void asksForWorkspaceFirst() throws IOException {
    Files.createDirectories(root.resolve("old/push_datasets"));

    Cli.Result result = Cli.in(root).run("migrate", "old");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: no datasets/platform.yaml here or in a folder above; run exportctl"
                    + " init first, with the account, Region and buckets of the older system\n"));
  }

  @Test
  void asksForTheFolderOfTheOlderSystem() throws IOException {
    write("comments");

    Cli.Result result = Cli.in(root).run("migrate", "old/pull_datasets");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: old/pull_datasets does not hold any of push_datasets, pull_datasets; name the"
                    + " folder of the older system's repository\n"));
  }

  @Test
  void takesExactlyOneFolder() {
    assertThat(Cli.in(root).run("migrate").status()).isEqualTo(2);
  }

  @Test
  void leavesPlatformToBeMendedFirst() throws IOException {
    write("comments");
    Files.writeString(root.resolve("datasets/platform.yaml"), "region: eu-west-2\n");

    Cli.Result result = Cli.in(root).run("migrate", "old", "--write");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("datasets/platform.yaml:1:1: error: ");
    assertThat(result.err())
        .isEqualTo("exportctl: nothing was migrated; fix platform.yaml first\n");
    assertThat(root.resolve("datasets/pull")).doesNotExist();
  }

  @Test
  void writesNothingWhereOneFileIsInTheWay() throws IOException {
    write("in-the-way");
    var before = Folders.files(root);

    Cli.Result result = Cli.in(root).run("migrate", "old", "--write");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("datasets/push/arrivals.yaml: error: the file exists");
    assertThat(result.out()).doesNotContain("created");
    assertThat(result.err())
        .isEqualTo("exportctl: nothing was migrated; what is in the way is never replaced\n");
    assertThat(Folders.files(root)).isEqualTo(before);
  }

  @Test
  void writesAllOrNone() throws IOException {
    write("clash");
    // Where the folder of one kind belongs there is a file.
    Files.writeString(root.resolve("datasets/push"), "");
    var before = Folders.files(root);

    Cli.Result result = Cli.in(root).run("migrate", "old", "--write");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "exportctl: datasets/push is in the way, and nothing was written; move it, and run the"
                + " command again\n");
    assertThat(Folders.files(root)).isEqualTo(before);
  }

  @Test
  void saysWhatItWrote() throws IOException {
    write("comments");

    Cli.Result result = Cli.in(root).run("migrate", "old", "--write");

    assertThat(result.out())
        .endsWith(
            "created datasets/pull/court_dashboard.yaml from"
                + " old/pull_datasets/court-dashboard.yaml\n"
                + "1 file written, 3 things fixed, 0 left to decide\n");
    assertThat(Cli.in(root).run("migrate", "old", "--write").out())
        .endsWith(
            "up to date: datasets/pull/court_dashboard.yaml from"
                + " old/pull_datasets/court-dashboard.yaml\n"
                + "0 files written, 0 things fixed, 0 left to decide\n");
  }

  private void write(String fixture) throws IOException {
    Folders.copy(FIXTURES.resolve(fixture + "/before"), root);
    Files.createDirectories(root.resolve("datasets"));
    Files.copy(FIXTURES.resolve("platform.yaml"), root.resolve("datasets/platform.yaml"));
  }
}
