package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Conformance;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code review} with the real git. */
class ReviewCommandTest {

  private static final Path PLANS = Goldens.resources().resolve("review/plan");

  private static final String WITHDRAWN =
      """
      datasets/push/prison_arrivals.yaml
        narrows       alpha_user_bo may no longer write files to prison_arrivals
      1 change since "main": 1 narrows
      """;

  @TempDir Path root;

  private Repository repository;

  @BeforeEach
  void writeRepository() {
    ExampleWorkspace.writeTo(root);
    repository = Repository.in(root);
    repository.commit();
    repository.git("checkout", "-q", "-b", "work");
  }

  @Test
  void comparesCommittedEditedRemovedAndNewFiles() throws IOException {
    edit("push/prison_arrivals", "  - alpha_user_bo\n", "");
    repository.commit();
    edit("pull/court_dashboard", "210987654321:role/court", "345678901234:role/court");
    Files.delete(root.resolve("datasets/pull/probation_caseload.yaml"));
    Files.writeString(
        root.resolve("datasets/push/fresh.yaml"),
        "name: fresh\nbucket: some-bucket\nusers: [alpha_user_one]\npaperwork: https://x.org/a\n");

    assertThat(review().out())
        .isEqualTo(
            """
            datasets/push/fresh.yaml
              widens        fresh is a new push dataset
              new receiver  files of fresh go to bucket some-bucket
              widens        alpha_user_one may now write files to fresh
            datasets/push/prison_arrivals.yaml
              narrows       alpha_user_bo may no longer write files to prison_arrivals
            datasets/pull/court_dashboard.yaml
              new receiver  role court-dashboard-reader of account 345678901234 may now read court_dashboard
              narrows       role court-dashboard-reader of account 210987654321 may no longer read court_dashboard
            datasets/pull/probation_caseload.yaml
              destroys      probation_caseload is removed: the next apply takes the access away and deletes the bucket example-probation-caseload, or fails if the bucket holds files
              narrows       alpha_user_bo and alpha_user_chen may no longer read, write and delete files of probation_caseload
              narrows       role caseload-sync of account 345678901234 may no longer read probation_caseload
              narrows       role caseload-sync of account 345678901234 may no longer write and delete files of probation_caseload
            10 changes since "main": 1 destroys, 2 new receiver, 2 widens, 5 narrows
            """);
  }

  /** Main goes on, and what it changes is not a change of the work here. */
  @Test
  void comparesWithTheCommitThatTheWorkPartedFrom() throws IOException {
    repository.git("checkout", "-q", "main");
    edit("pull/court_dashboard", "alpha_user_amira", "alpha_user_dee");
    repository.commit();
    repository.git("checkout", "-q", "work");
    edit("push/prison_arrivals", "  - alpha_user_bo\n", "");

    assertThat(review()).isEqualTo(new Cli.Result(0, WITHDRAWN, ""));
  }

  @Test
  void worksInASubfolderOfTheRepositoryAndOfTheWorkspace() throws IOException {
    Path inner = Files.createDirectory(root.resolve("exports"));
    Files.move(root.resolve("datasets"), inner.resolve("datasets"));
    repository.commit();
    repository.git("branch", "-f", "main");
    Path file = inner.resolve("datasets/push/prison_arrivals.yaml");
    Files.writeString(file, Files.readString(file).replace("  - alpha_user_bo\n", ""));

    assertThat(Cli.in(inner.resolve("datasets/pull")).run("review", "--since", "main"))
        .isEqualTo(new Cli.Result(0, WITHDRAWN, ""));
  }

  /** Names of people have letters of any language in comments and links. */
  @Test
  void readsFormerFilesAsUtf8() throws IOException {
    edit("push/prison_arrivals", "users:", "# ünïcode ✓\nusers:");
    repository.commit();
    repository.git("branch", "-f", "main");
    edit("push/prison_arrivals", "  - alpha_user_bo\n", "");

    assertThat(review()).isEqualTo(new Cli.Result(0, WITHDRAWN, ""));
  }

  @Test
  void saysNothingOfComments() throws IOException {
    edit("push/prison_arrivals", "users:", "# people\nusers:");

    assertThat(review()).isEqualTo(new Cli.Result(0, "0 changes since \"main\"\n", ""));
    assertThat(review("--format", "markdown", "--fail-on", "none"))
        .isEqualTo(
            new Cli.Result(
                0,
                """
                <!-- exportctl review -->
                ### Meaning of this change

                Nothing changes for people or data.

                0 changes since main
                """,
                ""));
  }

  @Test
  void countsSharedFilesAsWidening() throws IOException {
    Files.createDirectories(root.resolve("terraform/modules"));
    Files.writeString(root.resolve("terraform/modules/x.tf"), "");

    assertThat(review("--fail-on", "widens"))
        .isEqualTo(
            new Cli.Result(
                1,
                """
                terraform
                  widens        files in terraform/ change, which all datasets share; read their diff
                1 change since "main": 1 widens
                """,
                ""));
  }

  @ParameterizedTest
  @CsvSource({"none,1", "narrows,1", "widens,0", "new-receiver,0", "destroys,0"})
  void failsFromTheEffectThatIsNamed(String effect, int status) throws IOException {
    edit("push/prison_arrivals", "  - alpha_user_bo\n", "");

    assertThat(review("--fail-on", effect)).isEqualTo(new Cli.Result(status, WITHDRAWN, ""));
  }

  @Test
  void reportsFilesWithErrorsInEachFormat() throws IOException {
    edit("push/prison_arrivals", "bucket:", "buckt:");
    String complaint =
        "datasets/push/prison_arrivals.yaml has 1 error and is left out; exportctl validate shows"
            + " them";

    assertThat(review())
        .isEqualTo(
            new Cli.Result(1, "0 changes since \"main\"\n", "exportctl: " + complaint + "\n"));
    assertThat(review("--format", "markdown").out())
        .contains("datasets/push/prison&#95;arrivals.yaml has 1 error");
    JSONObject json = Conformance.assertOutput("review", review("--format", "json").out());
    assertThat(json.getJSONArray("unreadable")).hasSize(1);
  }

  @Test
  void printsACommentWithTheGravestFirst() throws IOException {
    edit("pull/court_dashboard", "  - alpha_user_amira", "  - alpha_user_@team");
    repository.commit();
    Files.delete(root.resolve("datasets/push/case_outcomes.yaml"));

    Cli.Result result =
        Cli.in(root)
            .run(
                "review",
                "--since=main",
                "--format=markdown",
                "--plan=" + PLANS.resolve("hostile.json"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo(
            "exportctl: datasets/push/case_outcomes.yaml: the file of an active dataset is gone,"
                + " expected it to be retired first; run exportctl retire push/case_outcomes and"
                + " apply that first, or write \"# exportctl: remove[push/case_outcomes] because"
                + " <reason>\" in datasets/platform.yaml\n");
    Goldens.assertMatches(Goldens.resources().resolve("review/comment.md"), result.out());
  }

  @Test
  void addsWhatAPlanDoes() {
    Cli.Result result =
        Cli.in(root)
            .run(
                "review",
                "--since=main",
                "--fail-on=widens",
                "--plan=" + PLANS.resolve("role-added.json"),
                "--format=json");

    assertThat(result.status()).isEqualTo(1);
    JSONObject json = Conformance.assertOutput("review", result.out());
    assertThat(json.getString("effect")).isEqualTo("widens");
    assertThat(json.getJSONArray("changes").getJSONObject(0).getString("from")).isEqualTo("plan");
  }

  @Test
  void reportsWhatItCannotAnswer(@TempDir Path elsewhere) throws IOException {
    assertThat(Cli.in(root).run("review", "--since", "nowhere"))
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: git does not know the commit \"nowhere\"; fetch it first, or name"
                    + " another\n"));
    assertThat(review("--plan", "missing.json"))
        .isEqualTo(
            new Cli.Result(3, "", "exportctl: cannot read missing.json: no such file or folder\n"));
    assertThat(review("--fail-on", "grows").err())
        .startsWith(
            "exportctl: \"grows\" is not an effect, expected none, narrows, widens, new-receiver or"
                + " destroys");

    edit("push/prison_arrivals", "  - alpha_user_bo\n", "");
    repository.commit();
    Path shallow = elsewhere.resolve("clone");
    repository.git(
        "clone", "-q", "--depth=1", "--no-single-branch", "file://" + root, shallow.toString());
    assertThat(Cli.in(shallow).run("review", "--since", "origin/main").err())
        .isEqualTo(
            "exportctl: git does not find a common commit of \"origin/main\" and HEAD; in a shallow"
                + " clone, run git fetch --unshallow first\n");
  }

  private Cli.Result review(String... options) {
    String[] words = new String[options.length + 3];
    System.arraycopy(new String[] {"review", "--since", "main"}, 0, words, 0, 3);
    System.arraycopy(options, 0, words, 3, options.length);
    return Cli.in(root).run(words);
  }

  private void edit(String dataset, String found, String replacement) throws IOException {
    Path file = root.resolve("datasets/" + dataset + ".yaml");
    String text = Files.readString(file);
    assertThat(text).contains(found);
    Files.writeString(file, text.replace(found, replacement));
  }
}
