package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.report.Format;
import io.exportctl.support.Conformance;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code validate --format}, in a workspace with several problems; what it prints are files. */
class FormatsTest {

  private static final Path FIXTURES = Goldens.resources().resolve("formats");

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    Folders.copy(FIXTURES.resolve("workspace"), root);
  }

  @ParameterizedTest
  @EnumSource
  void printsEachFormat(Format format) {
    Cli.Result result = Cli.in(root).run("validate", "--format", format.toString());

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
    Goldens.assertMatches(FIXTURES.resolve("out." + format), result.out());
  }

  @ParameterizedTest
  @EnumSource
  void printsTheSameAgain(Format format) {
    Cli.Result first = Cli.in(root).run("validate", "--format", format.toString());
    Cli.Result second = Cli.in(root).run("validate", "--format", format.toString());

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void printsWellFormedDocumentWhereNothingIsWrong(Format format) {
    Folders.deleteAll(root.resolve("datasets/push"));
    Folders.deleteAll(root.resolve("datasets/pull"));

    Cli.Result result = Cli.in(root).run("validate", "--format", format.toString());

    assertThat(result.status()).as(result.out()).isZero();
    switch (format) {
      case TEXT -> assertThat(result.out()).isEqualTo("no problems in 1 file (0 ms)\n");
      case JSON ->
          assertThat(Conformance.assertReport(result.out()).getJSONArray("problems")).isEmpty();
      case GITHUB -> assertThat(result.out()).isEmpty();
      case SARIF ->
          assertThat(
                  Conformance.assertSarif(result.out())
                      .getJSONArray("runs")
                      .getJSONObject(0)
                      .getJSONArray("results"))
              .isEmpty();
      case JUNIT -> assertThat(result.out()).contains("tests=\"1\" failures=\"0\"");
    }
  }

  @Test
  void saysOnStandardErrorOnlyThatItWasUsedWrongly() {
    Cli.Result format = Cli.in(root).run("validate", "--format", "xml");
    Cli.Result path = Cli.in(root).run("validate", "--format", "json", "nowhere.yaml");

    assertThat(format.out() + path.out()).isEmpty();
    assertThat(format.status()).isEqualTo(2);
    assertThat(format.err())
        .startsWith(
            "exportctl: \"xml\" is not a format, expected"
                + " text, json, github, sarif or junit (see 'exportctl validate --help')\n");
    assertThat(path.err()).isEqualTo("exportctl: nowhere.yaml does not exist\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "9999999999"})
  void refusesLimitThatIsNoCount(String limit) {
    Cli.Result result = Cli.in(root).run("validate", "--max-problems=" + limit);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("\"" + limit + "\" is not a number of problems, expected 0 or more (see");
  }

  @Test
  void countsWhatItDoesNotShow() {
    var report =
        Conformance.assertReport(
            Cli.in(root).run("validate", "--format=json", "--max-problems=2").out());

    assertThat(report.getJSONArray("problems").length()).isEqualTo(2);
    assertThat(report.getJSONObject("summary").getInt("hidden")).isPositive();
  }

  @Test
  void failsTestOfFileWhoseProblemsAreHidden() {
    String all = Cli.in(root).run("validate", "--format=junit").out();
    String limited = Cli.in(root).run("validate", "--format=junit", "--max-problems=1").out();

    assertThat(limited.split("<failure ")).hasSameSizeAs(all.split("<failure "));
  }

  @Test
  void printsProblemsOnlyWhenQuiet() {
    var report =
        Conformance.assertReport(Cli.in(root).run("validate", "-q", "--format=json").out());

    assertThat(report.has("summary")).isFalse();
    assertThat(report.getJSONArray("problems")).isNotEmpty();
  }

  @Test
  void printsTextThatTheProblemMatcherReads() throws IOException {
    Path matcher = ExampleWorkspace.REPOSITORY.resolve(".github/exportctl-matcher.json");
    Pattern pattern =
        Pattern.compile(
            new JSONObject(Files.readString(matcher))
                .query("/problemMatcher/0/pattern/0/regexp")
                .toString());
    var report = Conformance.assertReport(Cli.in(root).run("validate", "--format=json").out());

    assertThat(Cli.in(root).run("validate").out().lines().filter(pattern.asPredicate()))
        .hasSize(report.getJSONArray("problems").length());
  }

  @Test
  void namesFilesFromTheRootOfTheRepository() throws IOException {
    Path inner = root.resolve("team/exports");
    Folders.copy(root.resolve("datasets"), inner.resolve("datasets"));
    Files.createDirectory(root.resolve(".git"));

    Cli.Result git = Cli.in(inner.resolve("datasets")).run("validate", "--format", "github");
    Cli.Result named =
        Cli.in(root)
            .with(Map.of("GITHUB_WORKSPACE", root.resolve("team").toString()))
            .run("-C", inner.toString(), "validate", "--format", "sarif");

    assertThat(git.out()).contains("::error file=team/exports/datasets/push/");
    assertThat(named.out()).contains("\"uri\": \"exports/datasets/push/");
  }

  @Test
  void leavesToTheSummaryOfTheJobWhatGithubDoesNotShow() throws IOException {
    Files.writeString(
        root.resolve("datasets/push/many.yaml"),
        IntStream.range(0, 30)
            .mapToObj(i -> "key_" + i + ": \"|x|\"\n")
            .collect(Collectors.joining()));
    Path summary = root.resolve("summary.md");
    Files.writeString(summary, "of another step\n");

    Cli.Result result =
        Cli.in(root)
            .with(Map.of("GITHUB_STEP_SUMMARY", summary.toString()))
            .run("validate", "--format", "github");

    assertThat(result.out().lines().filter(line -> line.startsWith("::error "))).hasSize(10);
    assertThat(result.out())
        .endsWith("more in the summary of this job: GitHub shows ten of a kind\n");
    assertThat(summary)
        .content()
        .startsWith("of another step\n### exportctl: ")
        .contains("key&#95;29");
  }
}
