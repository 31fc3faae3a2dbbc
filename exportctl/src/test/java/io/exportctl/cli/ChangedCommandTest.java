package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code changed} with the real git. */
class ChangedCommandTest {

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
  void listsWhatIsAddedChangedAndRemoved() throws IOException {
    append("datasets/push/prison_arrivals.yaml");
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));
    Files.writeString(root.resolve("datasets/pull/committed.yaml"), "name: committed\n");
    repository.commit();
    Files.writeString(root.resolve("datasets/push/untracked.yaml"), "name: untracked\n");
    Files.writeString(root.resolve("datasets/push/No dataset.yaml"), "");
    Files.writeString(root.resolve("datasets/push/notes.txt"), "");

    assertThat(changed())
        .isEqualTo(
            new Cli.Result(
                0,
                """
                changed  push/prison_arrivals
                added    push/untracked
                added    pull/committed
                removed  pull/court_dashboard
                4 datasets to plan since "main"
                """,
                ""));
  }

  @Test
  void saysThatThereAreNoCommits(@TempDir Path empty) {
    ExampleWorkspace.writeTo(empty);
    Repository.in(empty);

    assertThat(Cli.in(empty).run("changed", "--since", "main"))
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: the repository has no commits yet, so nothing can be compared; commit"
                    + " first\n"));
  }

  @Test
  void listsNothingWhereNothingChanged() throws IOException {
    Files.writeString(root.resolve("README.md"), "not a dataset\n");
    Path file = root.resolve("datasets/push/came_and_went.yaml");
    Files.writeString(file, "name: came_and_went\n");
    repository.commit();
    Files.delete(file);
    repository.git("rm", "-q", "--cached", "datasets/push/case_outcomes.yaml");

    assertThat(Cli.in(root).run("changed", "--since", "HEAD~1").out())
        .isEqualTo("changed  push/case_outcomes\n1 dataset to plan since \"HEAD~1\"\n");
    repository.git("reset", "-q");
    assertThat(changed()).isEqualTo(new Cli.Result(0, "0 datasets to plan since \"main\"\n", ""));
  }

  @Test
  void listsAllWhereWhatTheyShareChanged() throws IOException {
    append("datasets/platform.yaml");
    Files.delete(root.resolve("datasets/push/case_outcomes.yaml"));

    assertThat(changed().out())
        .isEqualTo(
            """
            removed  push/case_outcomes
            shared   push/prison_arrivals
            shared   pull/court_dashboard
            shared   pull/probation_caseload
            4 datasets to plan since "main"; what all share has changed
            """);
  }

  /** Every {@code terraform init} writes one. */
  @Test
  void countsLockFileOfTerraformOnceItIsCommitted() throws IOException {
    Path lock = root.resolve("terraform/.terraform.lock.hcl");
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, "");
    Cli.Result untracked = changed();
    repository.commit();

    assertThat(untracked).isEqualTo(new Cli.Result(0, "0 datasets to plan since \"main\"\n", ""));
    assertThat(changed().out())
        .endsWith("4 datasets to plan since \"main\"; what all share has changed\n");
  }

  @Test
  void countsTemplatesAndModulesAsShared() throws IOException {
    for (String path : new String[] {"templates/push/dataset.tf.ftl", "terraform/modules/x.tf"}) {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), "");
      repository.git("checkout", "-q", "-B", "work");

      assertThat(changed().out())
          .endsWith("4 datasets to plan since \"main\"; what all share has" + " changed\n");
      Files.delete(root.resolve(path));
    }
  }

  @Test
  void givesJsonThatAMatrixIsMadeOf() throws IOException {
    append("datasets/push/prison_arrivals.yaml");

    Cli.Result result =
        Cli.in(root.resolve("datasets/pull")).run("changed", "--since=main", "--format=json");

    assertThat(result.status()).isZero();
    assertThat(new JSONObject(result.out()).toString(2))
        .isEqualTo(
            new JSONObject(
                    """
                    {
                      "version": 1,
                      "since": "main",
                      "shared": false,
                      "datasets": [
                        {
                          "kind": "push",
                          "name": "prison_arrivals",
                          "change": "changed",
                          "file": "datasets/push/prison_arrivals.yaml",
                          "root": "terraform"
                        }
                      ]
                    }
                    """)
                .toString(2));
  }

  @Test
  void namesTheRootThatADatasetIsIn() throws IOException {
    append("datasets/push/prison_arrivals.yaml");
    assertThat(roots()).containsExactly("terraform");

    append("datasets/platform.yaml", "layout: per-dataset\n");
    assertThat(roots())
        .containsExactly(
            "terraform/roots/push_case_outcomes",
            "terraform/roots/push_prison_arrivals",
            "terraform/roots/pull_court_dashboard",
            "terraform/roots/pull_probation_caseload");
  }

  private List<String> roots() {
    String json = Cli.in(root).run("changed", "--since=main", "--format=json").out();
    return new JSONObject(json)
        .getJSONArray("datasets").toList().stream()
            .map(dataset -> String.valueOf(((Map<?, ?>) dataset).get("root")))
            .toList();
  }

  @Test
  void refusesWhatItCannotAnswer() {
    assertThat(Cli.in(root).run("changed", "--since", "nowhere"))
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: git does not know the commit \"nowhere\"; fetch it first, or name another\n"));
    assertThat(Cli.in(root).run("changed", "--since", "main", "--format", "sarif").err())
        .startsWith(
            "exportctl: \"sarif\" is not a format of this command, expected text or json (see");
    assertThat(Cli.in(root).run("changed").err())
        .startsWith("exportctl: option \"--since\" is expected with its REF (see");
  }

  private Cli.Result changed() {
    return Cli.in(root).run("changed", "--since", "main");
  }

  private void append(String path) throws IOException {
    append(path, "# more\n");
  }

  private void append(String path, String text) throws IOException {
    Files.writeString(root.resolve(path), text, StandardOpenOption.APPEND);
  }
}
