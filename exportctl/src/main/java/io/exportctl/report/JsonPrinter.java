package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.text.JsonWriter;
import java.io.PrintWriter;
import java.util.List;

/** Prints JSON as described by {@code schema/report.schema.json}. */
public final class JsonPrinter implements Printer {

  /** Version of the output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private final PrintWriter out;
  private final String toolVersion;
  private final boolean quiet;

  /**
   * Creates a printer.
   *
   * @param quiet true to leave out the summary
   */
  public JsonPrinter(PrintWriter out, String toolVersion, boolean quiet) {
    this.out = out;
    this.toolVersion = toolVersion;
    this.quiet = quiet;
  }

  @Override
  public void print(Report report) {
    JsonWriter.write(
        out,
        json -> {
          json.field("version", VERSION)
              .object(
                  "tool", tool -> tool.field("name", "exportctl").field("version", toolVersion));
          if (!quiet) {
            json.object("summary", summary -> writeSummary(summary, report));
          }
          writeProblems(json, report.shown().all());
        });
  }

  private static void writeSummary(JsonWriter json, Report report) {
    json.field("files", report.files().size())
        .field("errors", report.found().count(Severity.ERROR))
        .field("warnings", report.found().count(Severity.WARNING))
        .field("hidden", report.hidden())
        .field("elapsedMs", report.elapsed().toMillis());
  }

  /** Writes findings as the field {@code problems}, which the outputs of other commands share. */
  public static void writeProblems(JsonWriter json, List<Diagnostic> problems) {
    json.array("problems", problems, JsonPrinter::writeProblem);
  }

  private static void writeProblem(JsonWriter json, Diagnostic problem) {
    writePlace(json, problem.location());
    json.field("severity", problem.severity().label())
        .field("rule", problem.rule().id())
        .field("message", problem.message());
    problem.help().ifPresent(help -> json.field("help", help));
    problem.fix().ifPresent(fix -> json.object("fix", object -> writeFix(object, fix)));
    if (!problem.related().isEmpty()) {
      json.array("related", problem.related(), JsonPrinter::writePlace);
    }
  }

  /** Writes a place; a whole file has only its path. */
  private static void writePlace(JsonWriter json, Location place) {
    json.field("file", place.file());
    if (!place.isWholeFile()) {
      json.field("line", place.line())
          .field("column", place.column())
          .field("endLine", place.line())
          .field("endColumn", place.column() + place.length());
    }
  }

  private static void writeFix(JsonWriter json, Fix fix) {
    json.field("safe", fix.isSafe());
    if (fix instanceof Fix.Rename rename) {
      json.field("rename", rename.fileName());
    } else if (fix instanceof Fix.Rewrite rewrite) {
      json.array("edits", rewrite.edits(), JsonPrinter::writeEdit);
    } else if (fix instanceof Fix.RemoveByteOrderMark) {
      json.field("removeByteOrderMark", true);
    }
  }

  private static void writeEdit(JsonWriter json, Fix.Edit edit) {
    json.field("line", edit.line())
        .field("column", edit.column())
        .field("endLine", edit.endLine())
        .field("endColumn", edit.endColumn())
        .field("text", edit.text());
  }
}
