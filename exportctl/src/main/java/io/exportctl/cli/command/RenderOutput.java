package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.kind.Kinds;
import io.exportctl.render.Change;
import io.exportctl.render.ProgramFiles;
import io.exportctl.render.Rendering;
import io.exportctl.report.JsonPrinter;
import io.exportctl.text.JsonWriter;
import io.exportctl.text.Quantity;
import io.exportctl.workspace.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what {@code render} found and did.
 *
 * @param written false if the changes are only shown
 * @param diff true to show the changes line by line
 */
record RenderOutput(Session session, boolean asJson, boolean written, boolean diff) {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  /** Change of a file, by the file's printed path. */
  private record Line(String file, Change.Kind kind) {}

  /** Prints the errors that stop {@code render}. */
  void printErrors(Diagnostics found) {
    if (asJson) {
      printJson(false, 0, List.of(), List.of(), found);
    } else {
      session.print(found);
    }
    say("nothing was rendered; fix the errors first");
  }

  /** Prints the warnings and the changes. */
  void print(Rendering rendering, ProgramFiles programs, Diagnostics found, Platform platform) {
    List<Line> lines = lines(rendering, programs);
    if (asJson) {
      printJson(written, rendering.files(), lines, rendering.removed(), found);
    } else {
      printText(rendering, lines, found);
    }
    for (DatasetId id : rendering.removed()) {
      say(
          "%s is deleted: %s; see docs/deploying.md"
              .formatted(id, Kinds.of(id.kind()).removal(id.name(), platform)));
    }
    for (Artifact program : programs.missing()) {
      say(
          "%s, which Terraform uploads, is missing; copy it there, or name its path in"
                  .formatted(rendering.directory().display(program.name()))
              + " artifacts.auto.tfvars");
    }
    if (rendering.switched()) {
      say("the layout is another now; plan nothing until the state is moved: docs/scaling.md");
    }
  }

  private static List<Line> lines(Rendering rendering, ProgramFiles programs) {
    List<Line> lines = new ArrayList<>();
    for (Change change : rendering.changes()) {
      lines.add(new Line(rendering.directory().display(change), change.kind()));
    }
    for (ProgramFiles.Copy copy : programs.copies()) {
      lines.add(new Line(rendering.directory().display(copy.name()), copy.kind()));
    }
    return lines;
  }

  private void printText(Rendering rendering, List<Line> lines, Diagnostics found) {
    if (!found.all().isEmpty()) {
      session.print(found);
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String verb = written ? line.kind().done() : line.kind().would();
      session.out().println(verb + " " + line.file());
      if (diff && i < rendering.changes().size()) {
        session.out().print(rendering.changes().get(i).diff(line.file()));
      }
    }
    session.out().println(summary(lines, rendering.files()));
  }

  private String summary(List<Line> lines, int files) {
    if (lines.isEmpty()) {
      return Quantity.of(files, "file") + " up to date";
    }
    String number = Quantity.of(lines.size(), "file");
    return written
        ? number + ": " + counts(lines, Change.Kind::done)
        : number + " out of date: " + counts(lines, Change.Kind::toDo) + "; run exportctl render";
  }

  /** Counts the changes of each kind that there is, such as "1 created, 2 changed". */
  private static String counts(List<Line> lines, Function<Change.Kind, String> word) {
    return Stream.of(Change.Kind.values())
        .filter(kind -> lines.stream().anyMatch(line -> line.kind() == kind))
        .map(kind -> count(lines, kind) + " " + word.apply(kind))
        .collect(Collectors.joining(", "));
  }

  private static long count(List<Line> lines, Change.Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).count();
  }

  /** Prints JSON as described by {@code schema/output/render.schema.json}. */
  private void printJson(
      boolean isWritten, int files, List<Line> lines, List<DatasetId> removed, Diagnostics found) {
    JsonWriter.write(
        session.out(),
        json -> {
          json.field("version", VERSION)
              .field("written", isWritten)
              .field("files", files)
              .array(
                  "changes",
                  lines,
                  (item, line) ->
                      item.field("file", line.file()).field("change", line.kind().done()))
              .texts("removed", removed.stream().map(DatasetId::toString).toList());
          JsonPrinter.writeProblems(json, found.all());
        });
  }

  private void say(String sentence) {
    session.environment().err().println("exportctl: " + sentence);
  }
}
