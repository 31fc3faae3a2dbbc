package io.exportctl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesTest {

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
  }

  @Test
  void offersCommandsWithWhatTheyAreFor() {
    assertThat(Cli.in(root).run("__complete", "--", "val"))
        .isEqualTo(
            new Cli.Result(
                0,
                ":words\nvalidate\tSay what is wrong with datasets, at its line and column.\n",
                ""));
    assertThat(after(""))
        .contains(":words", "new", "validate", "help")
        .doesNotContain("__complete");
  }

  @Test
  void offersOptionsAndTheirValues() {
    assertThat(after("validate", "--fo")).containsExactly(":words", "--format");
    assertThat(after("validate", "--format", "t")).containsExactly(":words", "text");
    assertThat(after("validate", "--format=t")).containsExactly(":words", "--format=text");
    assertThat(after("validate", "--kind", ""))
        .containsExactly(":words", "collection", "landing", "pull", "push", "source");
    assertThat(after("--stack")).containsExactly(":words", "--stacktrace");
    assertThat(after("render", "--out", "")).containsExactly(":files");
    assertThat(after("validate", "--max-problems", "")).containsExactly(":words");
  }

  @Test
  void offersTheKindsOfThingsThatACommandTakes() {
    assertThat(after("new", "pu")).containsExactly(":words", "pull", "push");
    assertThat(after("new", "push", "")).containsExactly(":words");
    assertThat(after("schema", "pl")).containsExactly(":words", "platform");
    assertThat(after("completion", "")).containsExactly(":words", "bash", "fish", "zsh");
    assertThat(after("help", "rend")).containsExactly(":words", "render");
    assertThat(after("help", "user", "re")).containsExactly(":words", "remove", "rename");
    assertThat(after("help", "render", "")).containsExactly(":words");
    assertThat(after("help", "nonsense", "")).containsExactly(":words");
    assertThat(after("nonsense", "")).contains("validate");
  }

  @Test
  void offersTheCommandsBelowOne() {
    assertThat(after("user", "")).containsExactly(":words", "add", "remove", "rename");
  }

  @Test
  void offersDatasetsByTheirNames() {
    assertThat(after("show", "c")).containsExactly(":words", "case_outcomes", "court_dashboard");
    assertThat(after("handshake", "pull/"))
        .containsExactly(":words", "pull/court_dashboard", "pull/probation_caseload");
    assertThat(after("user", "add", "alpha_user_x", "--to", "prison_arrivals", "push/"))
        .containsExactly(":words", "push/case_outcomes", "push/prison_arrivals");
    assertThat(after("user", "remove", "alpha_user_bo", "--from=pri"))
        .containsExactly(":words", "--from=prison_arrivals");
  }

  @Test
  void offersDatasetsToRender() throws IOException {
    assertThat(after("render", "--only", "prison_arrivals", "co"))
        .containsExactly(":words", "court_dashboard");
    assertThat(after("render", "--adopt=co")).containsExactly(":words", "--adopt=court_dashboard");
    assertThat(after("render", "--adopt=prison_arrivals,pull/c"))
        .containsExactly(":words", "--adopt=prison_arrivals,pull/court_dashboard");
    assertThat(after("render", "--retire", "")).containsExactly(":words");

    Path platform = root.resolve("datasets/platform.yaml");
    Files.writeString(platform, "layout: per-dataset\n", StandardOpenOption.APPEND);
    Cli.in(root).run("render");
    Files.delete(root.resolve("datasets/push/prison_arrivals.yaml"));

    assertThat(after("render", "--retire", "")).containsExactly(":words", "push/prison_arrivals");
  }

  @Test
  void offersTheUsersThatThereAre() throws IOException {
    Files.writeString(root.resolve("datasets/push/broken.yaml"), "users: [");

    assertThat(after("user", "rename", "alpha_user_"))
        .containsExactly(":words", "alpha_user_amira", "alpha_user_bo", "alpha_user_chen");
    assertThat(after("user", "rename", "alpha_user_bo", "")).containsExactly(":words");
    assertThat(after("list", "--user", "alpha_user_b")).containsExactly(":words", "alpha_user_bo");
    assertThat(after("new", "push", "x", "--user", "alpha_user_c"))
        .containsExactly(":words", "alpha_user_chen");
    assertThat(lines(Cli.in(root.getParent()), "list", "--user", "")).containsExactly(":words");
  }

  @Test
  void offersDatasetsByPathAndByName() {
    assertThat(after("validate", "datasets/push/"))
        .containsExactly(
            ":files", "datasets/push/case_outcomes.yaml", "datasets/push/prison_arrivals.yaml");
    assertThat(after("validate", "--quiet", "prison"))
        .containsExactly(":files", "datasets/push/prison_arrivals.yaml");
    assertThat(after("validate", "datasets/platform.yaml", "--", "court"))
        .containsExactly(":files", "datasets/pull/court_dashboard.yaml");
    assertThat(after("validate", "./elsewhere/")).containsExactly(":files");
  }

  @Test
  void looksWhereTheCommandWould() {
    List<String> offered = lines(Cli.in(root.getParent()), "-C", root.toString(), "validate", "c");

    assertThat(offered).contains("datasets/push/case_outcomes.yaml").doesNotContain("completion");
    assertThat(lines(Cli.in(root.resolve("datasets/pull")), "validate", "../push/p"))
        .containsExactly(":files", "../push/prison_arrivals.yaml");
    assertThat(lines(Cli.in(root.getParent()), "validate", "")).containsExactly(":files");
  }

  @Test
  void offersNoNameThatIsMoreThanALine() throws IOException {
    Files.writeString(root.resolve("datasets/push/x\ny.yaml"), "");
    Files.writeString(root.resolve("datasets/push/x\u001B[31m.yaml"), "");
    Files.writeString(root.resolve("datasets/push/x $(y).yaml"), "");

    assertThat(after("validate", "datasets/push/x"))
        .containsExactly(":files", "datasets/push/x $(y).yaml");
  }

  private List<String> after(String... words) {
    return lines(Cli.in(root), words);
  }

  /** The first is the kind of what may be offered, the others are without their descriptions. */
  private static List<String> lines(Cli cli, String... words) {
    String[] command =
        Stream.concat(Stream.of("__complete", "--"), Arrays.stream(words)).toArray(String[]::new);
    Cli.Result result = cli.run(command);
    assertThat(result.status()).as(result.err()).isZero();
    List<String> lines = result.out().lines().map(line -> line.replaceAll("\t.*", "")).toList();
    return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted()).toList();
  }
}
