package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.completion.FileCandidates;
import io.exportctl.cli.option.Selection;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.fix.Fixed;
import io.exportctl.fix.FixedFile;
import io.exportctl.fix.Fixer;
import io.exportctl.report.Report;
import io.exportctl.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fixes the mistakes in datasets that have only one possible fix. */
@Command(
    name = "fix",
    description = "Mend what can only have been meant one way, and say what is left.",
    exitCodeList = {
      "0:Nothing is left to mend (--diff: nothing would change).",
      "1:Errors are left to mend by hand (--diff: something would change).",
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

  FixCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Instant started = session.environment().clock().instant();
    Workspace workspace = session.workspace(paths);
    Selection selection = Selection.of(workspace, paths);
    Fixed mended = Fixer.plan(workspace, session.validator(workspace), selection::contains, unsafe);
    if (diff) {
      mended.files().forEach(file -> FileDiff.print(file, workspace, session.out()));
      return mended.files().isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
    }
    if (!mended.files().isEmpty()) {
      session.writeAlone(workspace, mended::write);
    }
    for (Fixed.Done done : mended.done()) {
      session.out().println(printable(done.location().toString()) + ": fixed: " + done.what());
    }
    for (Fixed.Declined declined : mended.declined()) {
      session.out().println(printable(declined.file()) + ": left as it is: " + declined.reason());
    }
    Selection now = selection.and(mended.files().stream().map(FixedFile::display).toList());
    Diagnostics left = mended.left().filter(now::contains);
    Duration elapsed = Duration.between(started, session.environment().clock().instant());
    session
        .textPrinter(false)
        .print(new Report(left, now.files(mended.inventory()), elapsed, Report.NO_LIMIT));
    return left.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }
}
