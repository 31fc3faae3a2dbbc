package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.completion.FileCandidates;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.cli.option.Selection;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.fix.Fixed;
import io.exportctl.fix.FixedFile;
import io.exportctl.fix.Fixer;
import io.exportctl.report.JsonPrinter;
import io.exportctl.report.Report;
import io.exportctl.text.JsonWriter;
import io.exportctl.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fixes the mistakes in datasets that have only one possible fix. */
@Command(
    name = "fix",
    description = "Mend what can only have been meant one way, and say what is left.",
    exitCodeList = {
      "0:Nothing is left to fix (--diff: nothing would change).",
      "1:Errors are left to fix by hand (--diff: something would change).",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl fix",
      "  exportctl fix --diff",
      "  exportctl fix --diff --unsafe",
      "  exportctl fix datasets/push/prison_arrivals.yaml"
    })
final class FixCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "PATH",
      completionCandidates = FileCandidates.class,
      arity = "0..*",
      description = "Files or folders. Default: the whole workspace.")
  private List<String> paths = List.of();

  @Option(names = "--diff", description = "Write nothing; print what would change, line by line.")
  private boolean diff;

  @Option(
      names = "--unsafe",
      description = "Apply the other lines that are shown below findings, too; review them.")
  private boolean unsafe;

  @Mixin private final FormatOption format = new FormatOption();

  FixCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (diff && format.isJson()) {
      throw new UsageException("--diff prints text, expected no --format json beside it");
    }
    Instant started = session.environment().clock().instant();
    Workspace workspace = session.workspace(paths);
    Selection selection = Selection.of(workspace, paths);
    Fixed fixed = Fixer.plan(workspace, session.validator(workspace), selection::contains, unsafe);
    if (diff) {
      fixed.files().forEach(file -> FileDiff.print(file, workspace, session.out()));
      return fixed.files().isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
    }
    if (!fixed.files().isEmpty()) {
      session.writeAlone(workspace, fixed::write);
    }
    Selection now = selection.and(fixed.files().stream().map(FixedFile::display).toList());
    Diagnostics left = fixed.left().filter(now::contains);
    if (format.isJson()) {
      printJson(workspace, fixed, left);
      return left.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.FINE;
    }
    for (Fixed.Done done : fixed.done()) {
      session.out().println(printable(done.location().toString()) + ": fixed: " + done.what());
    }
    for (Fixed.Declined declined : fixed.declined()) {
      session.out().println(printable(declined.file()) + ": left as it is: " + declined.reason());
    }
    Duration elapsed = Duration.between(started, session.environment().clock().instant());
    session
        .textPrinter(false)
        .print(new Report(left, now.files(fixed.inventory()), elapsed, Report.NO_LIMIT));
    return left.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  /** Prints JSON as described by {@code schema/output/fix.schema.json}. */
  private void printJson(Workspace workspace, Fixed fixed, Diagnostics left) {
    List<FixedFile> renamed = fixed.files().stream().filter(FixedFile::isRenamed).toList();
    JsonWriter.write(
        session.out(),
        json -> {
          json.field("version", FixJson.VERSION);
          FixJson.write(json, fixed.done());
          json.array(
                  "renamed",
                  renamed,
                  (item, file) ->
                      item.field("from", workspace.display(file.path()))
                          .field("to", file.display()))
              .array(
                  "declined",
                  fixed.declined(),
                  (item, one) -> item.field("file", one.file()).field("reason", one.reason()));
          JsonPrinter.writeProblems(json, left.all());
        });
  }
}
