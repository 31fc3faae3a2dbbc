package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exportctl site}. */
class SiteCommandTest {

  private static final Path GOLDENS = Goldens.resources().resolve("site");

  @TempDir Path root;

  private Path site;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
    site = root.resolve("site");
  }

  @Test
  void writesPages() throws IOException {
    addReview("push/case_outcomes", "2027-02-01");
    addReview("pull/court_dashboard", "2027-01-14");
    Repository.in(root);

    Cli.Result result = Cli.in(root).run("site", "--today", "2027-01-15");

    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("15 files, 15 changed\nopen site/index.html\n");
    SortedMap<String, String> pages = new TreeMap<>(Folders.files(site));
    pages.keySet().removeIf(path -> path.startsWith("assets/"));
    Goldens.assertMatchesAll(GOLDENS.resolve("pages"), pages);
  }

  @Test
  void writesTheSameBytesTwice() {
    Cli.in(root).run("site");
    SortedMap<String, String> first = Folders.files(site);

    Cli.Result again = Cli.in(root).run("site");
    Cli.Result elsewhere = Cli.in(root).run("site", "--out", "other");

    assertThat(again.out()).isEqualTo("15 files, all up to date\nopen site/index.html\n");
    assertThat(elsewhere.out()).isEqualTo("15 files, 15 changed\nopen other/index.html\n");
    assertThat(Folders.files(root.resolve("other"))).isEqualTo(first);
  }

  @Test
  void removesPagesOfWhatIsGoneAndNothingElse() throws IOException {
    Cli.in(root).run("site");
    Path ours = Files.writeString(site.resolve("CNAME"), "register.example.org\n");
    Path own = Files.writeString(site.resolve("datasets/notes.html"), "<p>by hand</p>\n");
    Files.delete(root.resolve("datasets/push/prison_arrivals.yaml"));

    Cli.in(root).run("site");

    assertThat(site.resolve("datasets/push-prison_arrivals.html")).doesNotExist();
    assertThat(site.resolve("datasets/push-case_outcomes.html")).exists();
    assertThat(ours).exists();
    assertThat(own).exists();
  }

  @Test
  void refusesAFolderWithOtherFiles() throws IOException {
    Path notes = Files.createDirectories(root.resolve("notes"));
    Files.writeString(notes.resolve("index.html"), "<p>by hand</p>\n");

    Cli.Result result = Cli.in(root).run("site", "--out", "notes");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: notes holds files, and none that exportctl rendered; name a new or an"
                    + " empty folder with --out\n"));
    assertThat(notes).isDirectoryContaining(file -> file.endsWith("index.html"));
  }

  @Test
  void writesNothingIfAFileHasErrors() throws IOException {
    Files.writeString(root.resolve("datasets/push/broken.yaml"), "name: broken\n");

    Cli.Result result = Cli.in(root).run("site");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("datasets/push/broken.yaml:1:1: error: ");
    assertThat(result.err()).isEqualTo("exportctl: no page was written; fix the errors first\n");
    assertThat(site).doesNotExist();
  }

  @Test
  void showsOverdueReviewsAsTheyAreOnTheDay() throws IOException {
    addReview("push/case_outcomes", "2026-12-31");

    Cli.Result open = Cli.in(root).run("site");
    String undated = read("reviews.html");
    Cli.in(root).run("site", "--today", "2026-11-15");
    String before = read("reviews.html");
    Cli.in(root).run("site", "--today", "2027-01-01");
    String after = read("reviews.html");

    assertThat(open.status()).isZero();
    assertThat(undated).contains("2026-12-31").doesNotContain("data-today", "class=\"badge");
    assertThat(before).contains("<strong class=\"badge due\">due</strong>");
    assertThat(after).contains("data-state=\"overdue\"");
    assertThat(Cli.in(root).run("site", "--today", "soon").err())
        .isEqualTo(
            "exportctl: --today is \"soon\", expected a date, such as 2027-03-31 (see 'exportctl"
                + " site --help')\n");
  }

  @Test
  void tellsTheHistoryInWords() throws IOException {
    Repository repository = Repository.in(root);
    repository.commit();
    Path file = root.resolve("datasets/push/case_outcomes.yaml");
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace("alpha_user_bo", "alpha_user_dana").replace("keep_files: true\n", "")
            + "review_by: 2030-03-31\n");
    repository.commit();
    Files.writeString(file, "# Another comment.\n" + Files.readString(file));
    repository.commit();

    Cli.Result result = Cli.in(root).run("site");

    String page = read("datasets/push-case_outcomes.html");
    assertThat(result.err()).isEmpty();
    assertThat(page)
        .containsSubsequence(
            "<li>only comments or layout changed</li>",
            "<li>keep_files removed, was true</li>",
            "<li>review_by set to 2030-03-31</li>",
            "<li>users: alpha_user_bo became alpha_user_dana</li>",
            "<li>added</li>");
    assertThat(read("datasets/push-prison_arrivals.html"))
        .contains("<li>added</li>")
        .doesNotContain("became");
  }

  @Test
  void findsTheHistoryOfAWorkspaceInASubfolder() throws IOException {
    Path below = root.resolve("exports/data");
    ExampleWorkspace.writeTo(below);
    Repository.in(root).commit();

    Cli.in(below).run("site");

    assertThat(Files.readString(below.resolve("site/datasets/push-case_outcomes.html")))
        .contains("<li>added</li>");
  }

  @Test
  void saysWhyTheHistoryIsNotWhole() {
    Path clone = root.resolve("clone");
    Repository repository = Repository.in(root);
    repository.commit();
    repository.commit();
    Command.in(root)
        .run("git", "clone", "-q", "--depth", "1", root.toUri().toString(), clone.toString())
        .orFail();

    Cli.Result shallow = Cli.in(clone).run("site");

    assertThat(shallow.status()).isZero();
    assertThat(shallow.err())
        .isEqualTo(
            "exportctl: the history is not whole: the clone is shallow; run git fetch --unshallow"
                + " first\n");
  }

  @Test
  void showsWhatIsDeployed() throws IOException {
    Files.copy(GOLDENS.resolve("state.json"), root.resolve("state.json"));

    Cli.Result result = Cli.in(root).run("site", "--state", "state.json");

    assertThat(result.status()).isZero();
    assertThat(read("deployed.html"))
        .contains("<li><code>push/old_project</code>: 2 resources</li>", ">not deployed</strong>");
    assertThat(read("datasets/push-prison_arrivals.html"))
        .contains("3 resources:", " 2 <code>aws_sqs_queue</code>");
    assertThat(read("datasets/pull-court_dashboard.html"))
        .contains("1 resource: 1 <code>aws_s3_bucket</code>");
    assertThat(Folders.files(site).values()).noneMatch(page -> page.contains("a-secret-value"));
  }

  @Test
  void refusesWhatIsNotAState() throws IOException {
    Path state = Files.writeString(root.resolve("state.json"), "{\"secret\": \"a-secret-value");
    Cli.Result broken = Cli.in(root).run("site", "--state", "state.json");
    Files.writeString(state, "{\"version\": 3}");
    Cli.Result old = Cli.in(root).run("site", "--state", "state.json");

    assertThat(broken.status()).isEqualTo(3);
    assertThat(broken.err())
        .isEqualTo(
            "exportctl: cannot read "
                + state
                + " as a state; write it with terraform state pull\n");
    assertThat(old.err())
        .isEqualTo(
            "exportctl: "
                + state
                + " is not a state of version 4; write it with terraform state pull\n");
    assertThat(site).doesNotExist();
  }

  private void addReview(String dataset, String day) throws IOException {
    Path file = root.resolve("datasets/" + dataset + ".yaml");
    Files.writeString(file, Files.readString(file) + "review_by: " + day + "\n");
  }

  private String read(String page) throws IOException {
    return Files.readString(site.resolve(page));
  }
}
