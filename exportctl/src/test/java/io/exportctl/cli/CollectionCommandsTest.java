package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a dataset with a second list of users and a job file. */
class CollectionCommandsTest {

  private static final String DATASET = "datasets/collection/claims.yaml";
  private static final String JOB = "terraform/collection_claims.json";

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeAllTo(root);
  }

  @Test
  void renamesAUserInBothLists() throws IOException {
    Cli.Result result = Cli.in(root).run("user", "rename", "alpha_user_chen", "alpha_user_chenoa");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readString(root.resolve(DATASET)))
        .contains("redacted_users:\n  - alpha_user_chenoa\n");
    assertThat(Files.readString(root.resolve("datasets/landing/case_notes_prod.yaml")))
        .contains("  - alpha_user_chenoa\n");
  }

  @Test
  void removesAUserFromTheRedactedOnes() throws IOException {
    Path dataset = root.resolve(DATASET);
    Files.writeString(dataset, Files.readString(dataset) + "  - alpha_user_dee\n");

    Cli.Result result = Cli.in(root).run("user", "remove", "alpha_user_dee", "--everywhere");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readString(dataset)).doesNotContain("alpha_user_dee");
  }

  @Test
  void writesNothingWhereTheLastRedactedUserWouldGo() throws IOException {
    String before = Files.readString(root.resolve(DATASET));

    Cli.Result result = Cli.in(root).run("user", "remove", "alpha_user_chen", "--from", "claims");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out() + result.err())
        .contains("\"alpha_user_chen\" is the only one in \"redacted_users\"; remove that key");
    assertThat(Files.readString(root.resolve(DATASET))).isEqualTo(before);
  }

  @Test
  void listsUsersWithLessAccessToo() {
    assertThat(Cli.in(root).run("list", "--user", "alpha_user_chen").out()).contains("claims");
  }

  @Test
  void removesTheJobFileOfADatasetThatEnds() throws IOException {
    Cli.in(root).run("render");
    JSONObject job = new JSONObject(Files.readString(root.resolve(JOB)));
    Files.delete(root.resolve(DATASET));

    Cli.Result result = Cli.in(root).run("render");

    assertThat(job.getString("name")).isEqualTo("claims");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains(JOB);
    assertThat(root.resolve(JOB)).doesNotExist();
  }

  @Test
  void leavesAFileOfTheSameNameAlone() throws IOException {
    Files.createDirectories(root.resolve("terraform"));
    Files.writeString(root.resolve(JOB), "{ \"by\": \"hand\" }\n");

    Cli.Result result = Cli.in(root).run("render");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains(JOB + " was not written by exportctl, and is in the way");
    assertThat(Files.readString(root.resolve(JOB))).isEqualTo("{ \"by\": \"hand\" }\n");
  }
}
