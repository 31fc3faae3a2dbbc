package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.command.FileDiff;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.fix.FileChange;
import io.exportctl.fix.FileChanges;
import io.exportctl.fix.Fixed;
import io.exportctl.text.Quantity;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Shared part of the commands that edit datasets: a change is made in all files, or in none. */
public final class FileEdits {

  private final Session session;

  @Option(names = "--diff", description = "Write nothing; print what would change, line by line.")
  private boolean diff;

  public FileEdits(Session session) {
    this.session = session;
  }

  /**
   * Makes a change.
   *
   * @param all true to change every file of the workspace that has it to do
   * @param written runs after files were written
   * @return one of {@link ExitStatus}
   */
  public int make(
      Workspace workspace,
      FileChange change,
      List<DatasetFile> files,
      boolean all,
      Runnable written) {
    Set<String> paths =
        files.stream().map(file -> file.document().file()).collect(Collectors.toSet());
    Fixed plan =
        FileChanges.plan(
            workspace, session.validator(workspace), change, path -> all || paths.contains(path));
    if (!plan.declined().isEmpty() || plan.left().hasErrors()) {
      return refuse(plan);
    }
    if (diff) {
      plan.files().forEach(file -> FileDiff.print(file, workspace, session.out()));
      return plan.files().isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
    }
    if (plan.files().isEmpty()) {
      String number = Quantity.of(files.size(), "dataset");
      session.out().println("nothing to change in " + number + ": " + change.whenDone());
      return ExitStatus.FINE;
    }
    session.writeAlone(workspace, plan::write);
    plan.done()
        .forEach(
            done ->
                session.out().println(printable(done.location().toString()) + ": " + done.what()));
    session.out().println(Quantity.of(plan.files().size(), "file") + " changed");
    written.run();
    return ExitStatus.FINE;
  }

  private int refuse(Fixed plan) {
    session.print(plan.left());
    PrintWriter err = session.environment().err();
    plan.declined()
        .forEach(one -> err.println("exportctl: " + printable(one.file()) + ": " + one.reason()));
    err.println("exportctl: nothing was written");
    return ExitStatus.FINDINGS;
  }
}
