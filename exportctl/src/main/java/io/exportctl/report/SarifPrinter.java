package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prints <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 * for code scanning, with the additional fields that <a
 * href="https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">GitHub</a>
 * requires.
 */
public final class SarifPrinter implements Printer {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

  private final PrintWriter out;
  private final String toolVersion;
  private final SourceRoot root;

  public SarifPrinter(PrintWriter out, String toolVersion, SourceRoot root) {
    this.out = out;
    this.toolVersion = toolVersion;
    this.root = root;
  }

  @Override
  public void print(Report report) {
    List<Diagnostic> problems = report.shown().all();
    JsonWriter.write(
        out,
        json ->
            json.field("$schema", SCHEMA)
                .field("version", "2.1.0")
                .array("runs", List.of(problems), this::writeRun));
  }

  private void writeRun(JsonWriter json, List<Diagnostic> problems) {
    List<RuleId> rules = problems.stream().map(Diagnostic::rule).distinct().sorted().toList();
    Fingerprints fingerprints = new Fingerprints();
    json.object(
            "tool",
            tool ->
                tool.object(
                    "driver",
                    driver ->
                        driver
                            .field("name", "exportctl")
                            .field("semanticVersion", toolVersion)
                            .array("rules", rules, SarifRule::write)))
        .field("columnKind", "unicodeCodePoints")
        .object(
            "originalUriBaseIds",
            bases ->
                bases.object(
                    SarifPlace.BASE,
                    base -> text(base, "description", "The root of the repository.")))
        .array(
            "results",
            problems,
            (result, problem) -> writeResult(result, problem, rules, fingerprints));
  }

  private void writeResult(
      JsonWriter json, Diagnostic problem, List<RuleId> rules, Fingerprints fingerprints) {
    json.field("ruleId", problem.rule().id())
        .field("ruleIndex", rules.indexOf(problem.rule()))
        .field("level", problem.severity().label());
    text(
        json,
        "message",
        escape(problem.message() + problem.help().map(help -> "\nhelp: " + help).orElse("")));
    json.array("locations", List.of(problem.location()), this::writePlace);
    if (!problem.related().isEmpty()) {
      json.array("relatedLocations", problem.related(), this::writePlace);
    }
    json.object(
        "partialFingerprints", prints -> prints.field(Fingerprints.NAME, fingerprints.of(problem)));
    List<Fix.Rewrite> fixes =
        problem.fix().stream()
            .filter(Fix.Rewrite.class::isInstance)
            .map(Fix.Rewrite.class::cast)
            .toList();
    if (!fixes.isEmpty()) {
      json.array("fixes", fixes, (each, fix) -> writeFix(each, fix, problem));
    }
  }

  private void writePlace(JsonWriter json, Location place) {
    SarifPlace.write(json, root.locate(place));
  }

  private void writeFix(JsonWriter json, Fix.Rewrite fix, Diagnostic problem) {
    problem.help().ifPresent(help -> text(json, "description", escape(help)));
    json.array(
        "artifactChanges",
        List.of(root.locate(problem.location())),
        (change, place) ->
            change
                .object("artifactLocation", file -> SarifPlace.writeFile(file, place))
                .array("replacements", fix.edits(), SarifPrinter::writeEdit));
  }

  private static void writeEdit(JsonWriter json, Fix.Edit edit) {
    json.object(
            "deletedRegion",
            region ->
                region
                    .field("startLine", edit.line())
                    .field("startColumn", edit.column())
                    .field("endLine", edit.endLine())
                    .field("endColumn", edit.endColumn()))
        .object("insertedContent", content -> content.field("text", edit.text()));
  }

  /** Writes a SARIF message: an object, which could also hold Markdown. */
  private static void text(JsonWriter json, String name, String text) {
    json.object(name, message -> message.field("text", text));
  }

  /** Escapes placeholders and links in a user's text (SARIF 3.11.5, 3.11.6). */
  private static String escape(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("{{$1}}").replace("](", "\\](");
  }
}
