package io.exportctl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.support.Conformance;
import io.exportctl.support.Goldens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Output for programs: every part of a diagnostic, and hostile text that must stay escaped. */
class PrintersTest {

  private static final Path GOLDENS = Goldens.resources().resolve("report");

  /** A terminal escape, a bidi override, closing delimiters, half a character. */
  private static final String HOSTILE =
      "\u001B[2J\u202E\n::set-env name=A::b\r##[error]]]></failure><script>&|`<!--%0A,:{0}"
          + "[a](https://example.org)😀\uD83D\uFFFF\u0000";

  private static final Diagnostic WITH_ALL_PARTS =
      Diagnostic.of(
              new Location("datasets/push/a b.yaml", 3, 3, 5, "😀 buckt: x # ü"),
              RuleId.UNKNOWN_KEY,
              "unknown key \"buckt\"")
          .withHelp("did you mean \"bucket\"?")
          .withFix(new Fix.Rewrite(List.of(new Fix.Edit(3, 3, 3, 8, "bucket")), true))
          .relatedTo(
              List.of(
                  new Location("datasets/push/ü.yaml", 1, 1, 1, "a"),
                  Location.of("datasets/platform.yaml")));

  private static final Diagnostic WARNING =
      Diagnostic.of(new Location("datasets/push/a b.yaml", 9, 1, 2, "ab"), RuleId.SSO_ROLE, "x");

  private static final Diagnostic OF_FILE =
      Diagnostic.of(Location.of("datasets/push/c.yml"), RuleId.STRAY_FILE, "the name ends in .yml")
          .withFix(new Fix.Rename("c.yaml"));

  private static final Diagnostic HOSTILE_FINDING =
      Diagnostic.of(new Location(HOSTILE, 1, 1, 99, HOSTILE), RuleId.WRONG_TYPE, "found " + HOSTILE)
          .withHelp(HOSTILE)
          .withFix(new Fix.Rewrite(List.of(new Fix.Edit(1, 1, 1, 1, HOSTILE)), false))
          .relatedTo(List.of(new Location(HOSTILE, 1, 1, 1, HOSTILE)));

  @TempDir Path folder;

  @Test
  void printsEveryPart() {
    Report report = report(WITH_ALL_PARTS, WARNING, OF_FILE);

    Goldens.assertMatches(GOLDENS.resolve("parts.json"), print(report, PrintersTest::json));
    Goldens.assertMatches(GOLDENS.resolve("parts.sarif"), print(report, this::sarif));
    Goldens.assertMatches(GOLDENS.resolve("parts.github"), print(report, this::github));
    Goldens.assertMatches(GOLDENS.resolve("parts.junit"), print(report, this::junit));
    Conformance.assertReport(print(report, PrintersTest::json));
    Conformance.assertSarif(print(report, this::sarif));
  }

  @Test
  void jsonKeepsHostileTextUnchanged() {
    String json = print(report(HOSTILE_FINDING), PrintersTest::json);
    JSONObject problem = Conformance.assertReport(json).getJSONArray("problems").getJSONObject(0);

    assertThat(problem.getString("file"))
        .isEqualTo(HOSTILE.replace("\uD83D\uFFFF", "\uFFFD\uFFFF"));
    assertThat(json).matches("[\\n -~]+");
  }

  @Test
  void sarifMakesNoLinkOrPlaceholderOfHostileText() {
    String sarif = print(report(HOSTILE_FINDING), this::sarif);
    JSONObject result =
        Conformance.assertSarif(sarif)
            .getJSONArray("runs")
            .getJSONObject(0)
            .getJSONArray("results")
            .getJSONObject(0);

    assertThat(result.getJSONObject("message").getString("text"))
        .contains("[a\\](https://example.org)", "{{0}}")
        .doesNotContain("[a](");
    assertThat(sarif).matches("[\\n -~]+").contains("\"uri\": \"%1B%5B2J%E2%80%AE%0A%3A%3Aset-env");
  }

  @Test
  void githubReadsOnlyOneCommand() {
    String out = print(report(HOSTILE_FINDING), this::github);

    assertThat(out.lines())
        .hasSize(1)
        .allMatch(line -> line.startsWith("::error file="))
        .allMatch(line -> line.substring(2).split("::", 2)[0].split(",", -1).length == 6);
    assertThat(out).doesNotContain("\u001B", "\u202E", "\r");
  }

  @Test
  void junitEscapesHostileText() throws Exception {
    Element failure =
        (Element)
            parse(print(report(HOSTILE_FINDING), this::junit))
                .getElementsByTagName("failure")
                .item(0);

    assertThat(failure.getTextContent())
        .contains("::set-env", "</failure><script>")
        .doesNotContain("\u001B");
    assertThat(failure.getChildNodes().getLength()).isEqualTo(1);
  }

  @Test
  void stepSummaryEscapesHostileText() throws IOException {
    Path summary = folder.resolve("summary.md");
    new GithubPrinter(new PrintWriter(new StringWriter()), root(), Optional.of(summary), true)
        .print(report(HOSTILE_FINDING));

    assertThat(Files.readString(summary).replace("<br>help: ", ""))
        .matches("\\| Where .*\n.*\n\\| [^|<>`*\\[\\]()]*( \\| [^|<>`*\\[\\]()]*){3} \\|\n\n");
  }

  @Test
  void githubPrintsTheMostSevereProblems() throws IOException {
    Path summary = folder.resolve("summary.md");
    Diagnostic[] many =
        Stream.concat(many(12, RuleId.SSO_ROLE), many(11, RuleId.UNKNOWN_KEY))
            .toArray(Diagnostic[]::new);

    String limited =
        print(report(many), out -> new GithubPrinter(out, root(), Optional.of(summary), false));
    String all = print(report(many), this::github);

    assertThat(limited.lines().map(line -> line.substring(2).split(" |::", 2)[0]))
        .containsExactlyElementsOf(
            Stream.of("error", "warning", "notice")
                .flatMap(name -> Stream.generate(() -> name).limit(name.equals("notice") ? 1 : 10))
                .toList());
    assertThat(limited).contains("::notice::and 3 more in the summary of this job");
    assertThat(Files.readString(summary).lines().filter(row -> row.contains("&#95;"))).isEmpty();
    assertThat(Files.readString(summary).lines().filter(row -> row.contains(" | "))).hasSize(24);
    assertThat(all.lines()).hasSize(23);
  }

  @Test
  void stepSummaryStaysBelowTheSizeLimit() throws IOException {
    Path summary = folder.resolve("summary.md");
    Files.writeString(summary, "x".repeat(1_000_000));

    print(
        report(many(2_000, RuleId.UNKNOWN_KEY).toArray(Diagnostic[]::new)),
        out -> new GithubPrinter(out, root(), Optional.of(summary), false));

    assertThat(Files.size(summary)).isBetween(1_040_000L, 1_048_576L);
    assertThat(Files.readString(summary)).endsWith(" more that GitHub has no room for\n");
  }

  @Test
  void leavesFullStepSummaryUnchanged() throws IOException {
    Path summary = folder.resolve("summary.md");
    Files.writeString(summary, "x".repeat(1_048_570));

    print(report(WARNING), out -> new GithubPrinter(out, root(), Optional.of(summary), false));

    assertThat(Files.size(summary)).isEqualTo(1_048_570);
  }

  @Test
  void reportsThatTheStepSummaryCannotBeWritten() {
    Printer printer =
        new GithubPrinter(new PrintWriter(new StringWriter()), root(), Optional.of(folder), false);

    assertThatThrownBy(() -> printer.print(report(WARNING)))
        .isInstanceOf(ExportctlException.class)
        .hasMessageStartingWith("cannot write GITHUB_STEP_SUMMARY " + folder);
  }

  @Test
  void fingerprintStaysTheSameWhenLinesMove() {
    Diagnostic moved =
        Diagnostic.of(new Location("b.yaml", 7, 5, 1, "    a: 1"), RuleId.WRONG_TYPE, "see x:9:9");
    Diagnostic before =
        Diagnostic.of(new Location("a.yaml", 1, 1, 1, "a: 1"), RuleId.WRONG_TYPE, "see x:1:1");
    Diagnostic other = Diagnostic.of(before.location(), RuleId.UNKNOWN_KEY, "see x:1:1");
    Fingerprints prints = new Fingerprints();

    assertThat(prints.of(moved)).isEqualTo(prints.of(before)).endsWith(":1");
    assertThat(prints.of(before)).endsWith(":2");
    assertThat(prints.of(other)).isNotEqualTo(new Fingerprints().of(before));
  }

  private static Stream<Diagnostic> many(int count, RuleId rule) {
    return IntStream.range(1, count + 1)
        .mapToObj(line -> Diagnostic.of(new Location("a.yaml", line, 1, 1, "x"), rule, "m" + line));
  }

  private static Report report(Diagnostic... found) {
    Diagnostics diagnostics = Diagnostics.of(List.of(found));
    List<String> files =
        diagnostics.all().stream().map(problem -> problem.location().file()).distinct().toList();
    return new Report(diagnostics, files, Duration.ofMillis(21), Report.NO_LIMIT);
  }

  private SourceRoot root() {
    return SourceRoot.of(folder, Map.of("GITHUB_WORKSPACE", folder.toString()));
  }

  private static Printer json(PrintWriter out) {
    return new JsonPrinter(out, "1.2.3", false);
  }

  private Printer sarif(PrintWriter out) {
    return new SarifPrinter(out, "1.2.3", root());
  }

  private Printer github(PrintWriter out) {
    return new GithubPrinter(out, root(), Optional.empty(), false);
  }

  private Printer junit(PrintWriter out) {
    return new JunitPrinter(out, root());
  }

  private static String print(Report report, Function<PrintWriter, Printer> printer) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    printer.apply(out).print(report);
    out.flush();
    return text.toString();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
