package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --changed-since} with the real git. */
class ChangedSinceTest {

  private static final String NOTHING = "no problems in 0 files (0 ms)\n";

  @TempDir Path top;

  private Path root;
  private Repository repository;

  @BeforeEach
  void writeRepository() throws IOException {
    root = top.resolve("our exports");
    ExampleWorkspace.writeTo(root);
    broken("datasets/push/broken_before.yaml");
    Files.writeString(top.resolve("README.md"), "not ours\n");
    repository = Repository.in(top);
    repository.commit();
    repository.git("checkout", "-q", "-b", "work");
  }

  @Test
  void showsNothingWhereNothingChanged() {
    assertThat(changedSince("main")).isEqualTo(new Cli.Result(0, NOTHING, ""));
  }

  @Test
  void showsWhatIsCommittedStagedChangedAndNew() throws IOException {
    broken("datasets/push/committed.yaml");
    repository.commit();
    broken("datasets/push/staged.yaml");
    repository.git("add", "-A");
    Files.writeString(
        root.resolve("datasets/pull/court_dashboard.yaml"), "name: court_dashboard\n");
    broken("datasets/push/new with space.yaml");
    broken("datasets/push/größe.yaml");

    Cli.Result result = changedSince("main");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            "datasets/push/committed.yaml:1:1: error",
            "datasets/push/staged.yaml:1:1: error",
            "datasets/pull/court_dashboard.yaml:1:1: error",
            "datasets/push/new with space.yaml:1:1: error",
            "datasets/push/größe.yaml:1:1: error")
        .contains(" in 5 of 5 files ")
        .doesNotContain("broken_before");
  }

  @Test
  void leavesOutWhatOthersHaveChangedSince() throws IOException {
    broken("datasets/push/ours.yaml");
    repository.commit();
    repository.git("checkout", "-q", "main");
    broken("datasets/push/theirs.yaml");
    repository.commit();
    repository.git("checkout", "-q", "work");

    assertThat(changedSince("main").out()).contains("ours.yaml").contains(" in 1 of 1 file ");
  }

  @Test
  void showsFindingInAnotherFileThatDependsOnTheChange() throws IOException {
    Path file = root.resolve("datasets/push/prison_arrivals.yaml");
    Files.copy(file, root.resolve("datasets/push/a_copy.yaml"));

    assertThat(changedSince("main").out())
        .contains("datasets/push/a_copy.yaml:2:7: error")
        .contains("is taken by datasets/push/prison_arrivals.yaml");
  }

  @Test
  void followsRenamedFileAndLeavesRemovedOneOut() throws IOException {
    Files.move(
        root.resolve("datasets/push/prison_arrivals.yaml"),
        root.resolve("datasets/push/arrivals.yaml"));
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));
    repository.commit();

    assertThat(changedSince("main").out())
        .contains("datasets/push/arrivals.yaml:2:7: error: ")
        .contains("[name-file-mismatch]")
        .contains(
            "datasets/pull/court_dashboard.yaml: error: the file of an active dataset is gone")
        .contains(
            "datasets/push/prison_arrivals.yaml: error: the file of an active dataset is gone")
        .endsWith("3 errors in 3 of 3 files (0 ms)\n");
  }

  @Test
  void refusesRemovalsOfWhatWasNotRetired() throws IOException {
    append("push/prison_arrivals", "state: draft\n");
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));

    assertThat(changedSince("main"))
        .isEqualTo(
            new Cli.Result(
                1,
                """
                datasets/pull/court_dashboard.yaml: error: the file of an active dataset is gone, expected it to be retired first [unretired-removal]
                  help: run exportctl retire pull/court_dashboard and apply that first, or write "# exportctl: remove[pull/court_dashboard] because <reason>" in datasets/platform.yaml
                datasets/push/prison_arrivals.yaml:9:8: error: a draft takes down what is deployed, expected "retired" instead of "active" first [unretired-removal]
                  |
                9 | state: draft
                  |        ^~~~~
                  help: run exportctl retire push/prison_arrivals and apply that first, or write "# exportctl: remove[push/prison_arrivals] because <reason>" in datasets/platform.yaml
                2 errors in 2 of 2 files (0 ms)
                """,
                ""));
  }

  @Test
  void letsGoWhatWasRetiredOrIsAllowedInWords() throws IOException {
    append("push/prison_arrivals", "state: retired\n");
    repository.commit();
    repository.git("branch", "-q", "-f", "main", "HEAD");
    Files.delete(root.resolve("datasets/push/prison_arrivals.yaml"));
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));
    append("platform", "# exportctl: remove[pull/court_dashboard] because it never held a file\n");

    assertThat(changedSince("main").out()).doesNotContain("[unretired-removal]");
  }

  @Test
  void tellsOfAPermissionWithoutAReason() throws IOException {
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));
    append("platform", "# exportctl: remove[pull/court_dashboard]\n");

    assertThat(changedSince("main").out())
        .contains("[unretired-removal]")
        .contains("error: a comment that does not say which dataset may go, and why")
        .contains("  help: write it as \"# exportctl: remove[KIND/NAME] because <reason>\"");
  }

  private void append(String file, String text) throws IOException {
    Path path = root.resolve("datasets/" + file + ".yaml");
    Files.writeString(path, Files.readString(path) + text);
  }

  @Test
  void showsEverythingWhereTheMeasureItselfChanged() throws IOException {
    Files.createDirectories(root.resolve("schema"));
    Files.copy(
        ExampleWorkspace.REPOSITORY.resolve("schema/push.schema.json"),
        root.resolve("schema/push.schema.json"));
    Cli.Result schema = changedSince("main");
    repository.commit();
    Files.writeString(
        root.resolve("datasets/platform.yaml"), "# more\n", StandardOpenOption.APPEND);
    Cli.Result platform = changedSince("HEAD");

    assertThat(schema.out()).contains("broken_before").contains(" of 6 files ");
    assertThat(platform.out()).contains("broken_before").contains(" of 6 files ");
  }

  @Test
  void showsFolderThatIsInTheWrongPlace() throws IOException {
    broken("datasets/psuh/arrivals.yaml");

    assertThat(changedSince("main").out())
        .startsWith("datasets/psuh: error: ")
        .contains(" in 1 of 1 file ");
  }

  @Test
  void seesThroughSymbolicLinks() throws IOException {
    Files.move(root.resolve("datasets"), top.resolve("shared"));
    Files.createSymbolicLink(root.resolve("datasets"), Path.of("../shared"));
    repository.commit();
    Files.writeString(top.resolve("shared/push/case_outcomes.yaml"), "name: case_outcomes\n");
    Path link = Files.createSymbolicLink(top.resolve("link"), root);

    Cli.Result result = Cli.in(link).run("validate", "--changed-since", "HEAD");

    assertThat(result.out()).startsWith("datasets/push/case_outcomes.yaml:1:1: error");
  }

  @Test
  void worksFromAFolderWithinAndFromAbove() throws IOException {
    broken("datasets/push/ours.yaml");

    Cli.Result within =
        Cli.in(root.resolve("datasets/pull")).run("validate", "--changed-since=main");
    Cli.Result above = Cli.in(top).run("-C", "our exports", "validate", "--changed-since", "main");

    assertThat(within.out()).startsWith("../push/ours.yaml:1:1: error");
    assertThat(above.out()).startsWith("datasets/push/ours.yaml:1:1: error");
  }

  @Test
  void takesTheRepositoryThatAHookNames() throws IOException {
    broken("datasets/push/ours.yaml");
    Files.move(top.resolve(".git"), top.resolve("elsewhere.git"));

    Cli.Result result =
        Cli.in(top)
            .withAlso(Map.of("GIT_DIR", "elsewhere.git"))
            .run("-C", "our exports", "validate", "--changed-since", "main");

    assertThat(result.out()).startsWith("datasets/push/ours.yaml:1:1: error");
  }

  @Test
  void isNotMisledByConfiguration() throws IOException {
    broken("datasets/push/größe.yaml");
    repository.git("add", "-A");
    for (String setting : new String[] {"diff.relative", "diff.noprefix", "core.quotePath"}) {
      repository.git("config", setting, "true");
    }
    repository.git("config", "diff.external", "/bin/false");

    assertThat(changedSince("main").out()).contains("größe.yaml").contains(" in 1 of 1 file ");
  }

  @Test
  void saysThatCommitIsUnknown() {
    for (String commit : new String[] {"nowhere", "--all", "", "main..work"}) {
      assertThat(changedSince(commit))
          .isEqualTo(
              new Cli.Result(
                  3,
                  "",
                  "exportctl: git does not know the commit \""
                      + commit
                      + "\"; fetch it first, or name another\n"));
    }
  }

  @Test
  void saysThatHistoryIsMissing(@TempDir Path elsewhere) {
    Path shallow = elsewhere.resolve("clone");
    repository.commit();
    repository.git("clone", "-q", "--depth=1", "file://" + top, shallow.toString());
    Path workspace = shallow.resolve("our exports");
    Repository clone = Repository.at(shallow);
    clone.git("fetch", "-q", "--depth=1", "origin", "main:main");

    Cli.Result result = Cli.in(workspace).run("validate", "--changed-since", "main");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: git does not find a common commit of \"main\" and HEAD; in a shallow"
                    + " clone, run git fetch --unshallow first\n"));
  }

  @Test
  void saysThatThereIsNoRepositoryOrNoGit(@TempDir Path elsewhere) {
    ExampleWorkspace.writeTo(elsewhere);
    Map<String, String> nothingAbove =
        Map.of("GIT_CEILING_DIRECTORIES", elsewhere.getParent().toString());

    Cli.Result result =
        Cli.in(elsewhere).withAlso(nothingAbove).run("validate", "--changed-since", "main");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .startsWith("exportctl: git says \"fatal: not a git repository")
        .endsWith("; changes are only known in a clone of a repository\n")
        .hasLineCount(1);
  }

  @Test
  void standsAlone() {
    Cli.Result path = Cli.in(root).run("validate", "--changed-since", "main", "datasets");
    Cli.Result input = Cli.in(root).run("validate", "--changed-since=main", "--kind=push", "-");

    assertThat(path.status()).isEqualTo(2);
    assertThat(path.err())
        .startsWith("exportctl: --changed-since chooses the files, expected no PATH beside it (");
    assertThat(input).isEqualTo(path);
  }

  private Cli.Result changedSince(String commit) {
    return Cli.in(root).run("validate", "--changed-since", commit);
  }

  private void broken(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "nam: x\n");
  }
}
