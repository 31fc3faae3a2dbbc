package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code render} of a part, and in the layout that the platform's file names. */
class RenderLayoutTest {

  private static final String MOVE_THE_STATE =
      "exportctl: the layout is another now; plan nothing until the state is moved:"
          + " docs/scaling.md\n";

  @TempDir Path root;

  private Path terraform;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
    terraform = root.resolve("terraform");
  }

  @Test
  void rendersOnlyWhatIsAskedForAndWhatItShares() throws IOException {
    render();
    change("datasets/push/prison_arrivals.yaml", "landing-prod", "landing-preprod");
    change("datasets/push/case_outcomes.yaml", "bucket: ", "bucket: x");
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));

    Cli.Result result = render("--only", "prison_arrivals");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                0,
                """
                changed terraform/pull.tf
                changed terraform/push_prison_arrivals.tf
                changed terraform/users.tf
                3 files: 3 changed
                """,
                ""));
    assertThat(terraform.resolve("pull_court_dashboard.tf")).exists();
    assertThat(render("--check", "--only", "push/prison_arrivals").status()).isZero();
    assertThat(render("--check", "--only", "prison_arrivals", "case_outcomes").out())
        .isEqualTo(
            """
            would change terraform/push_case_outcomes.tf
            1 file out of date: 1 to change; run exportctl render
            """);
  }

  @Test
  void rendersNoPartOfARootThatLacksTheRest() {
    Cli.Result result = render("--only", "prison_arrivals");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: terraform/pull_court_dashboard.tf is missing, and a root needs all; run"
                    + " exportctl render first\n"));
    assertThat(terraform).doesNotExist();
  }

  @Test
  void saysWhichDatasetWasProbablyMeant() {
    assertThat(render("--only", "prison_arivals").err())
        .startsWith(
            "exportctl: there is no dataset \"prison_arivals\", did you mean \"prison_arrivals\"? (");
    assertThat(render("--only", "pull/court_dashbord").err())
        .startsWith(
            "exportctl: there is no dataset \"pull/court_dashbord\", did you mean"
                + " \"pull/court_dashboard\"? (");
    assertThat(render("--only", "\u001b[31m").err())
        .startsWith("exportctl: there is no dataset \"\uFFFD[31m\"; exportctl list shows all (");
    assertThat(render("--retire", "push/prison_arrivals").err())
        .startsWith(
            "exportctl: \"push/prison_arrivals\" still exists, expected a removed dataset; remove its"
                + " file first (");
    assertThat(render("--retire", "prison_arrivals").status()).isEqualTo(2);
    assertThat(render("--retire", "push/gone").err())
        .isEqualTo(
            "exportctl: one root has nothing to retire: its next apply takes down what is gone\n");
  }

  @Test
  void givesEachDatasetARootOfItsOwn() throws IOException {
    setLayout("per-dataset");

    Cli.Result result = render();

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(Folders.files(terraform).keySet())
        .filteredOn(path -> !path.startsWith("modules/"))
        .containsExactly(
            "backend.tf",
            "platform.tf",
            "platform_push.tf",
            "roots/pull_court_dashboard/pull.tf",
            "roots/pull_court_dashboard/pull_court_dashboard.tf",
            "roots/pull_court_dashboard/root.tf",
            "roots/pull_probation_caseload/pull.tf",
            "roots/pull_probation_caseload/pull_probation_caseload.tf",
            "roots/pull_probation_caseload/root.tf",
            "roots/push_case_outcomes/platform_push.tf",
            "roots/push_case_outcomes/push.tf",
            "roots/push_case_outcomes/push_case_outcomes.tf",
            "roots/push_case_outcomes/root.tf",
            "roots/push_prison_arrivals/platform_push.tf",
            "roots/push_prison_arrivals/push.tf",
            "roots/push_prison_arrivals/push_prison_arrivals.tf",
            "roots/push_prison_arrivals/root.tf",
            "roots/users/root.tf",
            "roots/users/users.tf",
            "variables.tf",
            "versions.tf");
  }

  @Test
  void rendersOneRootAloneInAFreshClone() throws IOException {
    setLayout("per-dataset");

    render("--only", "prison_arrivals");

    assertThat(Folders.files(terraform).keySet())
        .filteredOn(path -> path.startsWith("roots/"))
        .containsExactly(
            "roots/push_prison_arrivals/platform_push.tf",
            "roots/push_prison_arrivals/push.tf",
            "roots/push_prison_arrivals/push_prison_arrivals.tf",
            "roots/push_prison_arrivals/root.tf",
            "roots/users/root.tf",
            "roots/users/users.tf");
  }

  @Test
  void switchesToTheLayoutThatThePlatformNames() throws IOException {
    render();
    SortedMap<String, String> single = Folders.files(terraform);

    setLayout("per-dataset");
    assertThat(render("--check").err()).isEqualTo(MOVE_THE_STATE);
    assertThat(render("--only", "prison_arrivals"))
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: the layout changes for all datasets; run exportctl render without"
                    + " --only first\n"));
    assertThat(Folders.files(terraform)).isEqualTo(single);
    Cli.Result there = render();
    assertThat(there.err()).isEqualTo(MOVE_THE_STATE);
    assertThat(there.out())
        .contains("created terraform/roots/users/users.tf\n", "removed terraform/users.tf\n");
    assertThat(render()).isEqualTo(new Cli.Result(0, "18 files up to date\n", ""));

    Files.writeString(terraform.resolve("roots/users/by_hand.tf"), "# ours\n");
    setLayout("single");
    assertThat(render().err()).isEqualTo(MOVE_THE_STATE);
    Files.delete(terraform.resolve("roots/users/by_hand.tf"));
    assertThat(Folders.files(terraform)).isEqualTo(single);
  }

  @Test
  void leavesARootUntilItsDatasetIsTakenDown() throws IOException {
    setLayout("per-dataset");
    render();
    Files.delete(root.resolve("datasets/push/prison_arrivals.yaml"));

    Cli.Result result = render();

    assertThat(result.out())
        .contains(
            "removed terraform/roots/push_prison_arrivals/push.tf\n",
            "removed terraform/roots/push_prison_arrivals/push_prison_arrivals.tf\n")
        .doesNotContain("push_prison_arrivals/root.tf");
    assertThat(render("--check").status()).isZero();
  }

  @Test
  void givesARootToADatasetThatIsGone(@TempDir Path out) throws IOException {
    setLayout("per-dataset");
    Files.delete(root.resolve("datasets/push/prison_arrivals.yaml"));

    Cli.Result result = render("--retire=push/prison_arrivals", "--out=" + out);

    assertThat(result.status()).isZero();
    assertThat(Folders.files(out.resolve("roots/push_prison_arrivals")).keySet())
        .containsExactly("root.tf");
  }

  @Test
  void retiresNoDatasetThatNeverWas() throws IOException {
    setLayout("per-dataset");
    Cli.Result withoutHistory = render("--check", "--retire", "push/gone");
    Repository.in(root).commit();
    Files.delete(root.resolve("datasets/push/prison_arrivals.yaml"));

    assertThat(withoutHistory.err()).isEmpty();
    assertThat(render("--retire", "push/gone"))
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                "exportctl: there never was a dataset \"push/gone\", expected one whose file was"
                    + " deleted (see 'exportctl render --help')\n"));
    assertThat(render("--retire", "push/prison_arrivals").status()).isZero();
    Path rendered = Files.createDirectory(root.resolve("terraform/roots/push_gone"));
    Files.copy(root.resolve("terraform/roots/users/root.tf"), rendered.resolve("root.tf"));
    assertThat(render("--retire", "push/gone").status()).isZero();
  }

  @Test
  void adoptsNothingIntoManyRoots() throws IOException {
    setLayout("per-dataset");

    assertThat(render("--adopt"))
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: adopting needs one root; leave layout out of datasets/platform.yaml"
                    + " until that is applied\n"));
    assertThat(terraform).doesNotExist();
  }

  @Test
  void isUpToDateForDoctor() throws IOException {
    setLayout("per-dataset");
    render();

    assertThat(Cli.in(root).run("doctor").out())
        .contains("ok       rendered    18 files up to date\n");
  }

  private void setLayout(String layout) throws IOException {
    Path platform = root.resolve("datasets/platform.yaml");
    String others = Files.readString(platform).replaceAll("layout: .*\n", "");
    Files.writeString(platform, others + "layout: " + layout + "\n");
  }

  private Cli.Result render(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "render";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return Cli.in(root).run(line);
  }

  private void change(String path, String before, String after) throws IOException {
    Path file = root.resolve(path);
    Files.writeString(file, Files.readString(file).replace(before, after));
  }
}
