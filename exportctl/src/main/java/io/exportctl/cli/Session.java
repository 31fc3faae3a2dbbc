package io.exportctl.cli;

import io.exportctl.cli.option.ColorChoice;
import io.exportctl.cli.terminal.Questions;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.register.Register;
import io.exportctl.register.Unreadable;
import io.exportctl.report.TextPrinter;
import io.exportctl.schema.Schemas;
import io.exportctl.text.Quantity;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.workspace.WorkspaceLock;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** One run of the tool: its environment, the options that all commands share, and the workspace. */
public final class Session {

  @Option(
      names = "-C",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Work as if started in this folder. Default: the current one.")
  private Path directory;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      converter = ColorChoice.Converter.class,
      completionCandidates = ColorChoice.Converter.class,
      description =
          "${COMPLETION-CANDIDATES}. Default: auto, on a terminal unless NO_COLOR is set.")
  private ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "The same as --color=never.")
  private boolean noColor;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print where in the tool a failure arose.")
  private boolean stacktrace;

  private final Environment environment;
  private Questions questions;

  public Session(Environment environment) {
    this.environment = environment;
  }

  public Environment environment() {
    return environment;
  }

  public PrintWriter out() {
    return environment.out();
  }

  /** Returns true if the stack trace of a failure is to be printed. */
  boolean stacktrace() {
    return stacktrace;
  }

  /**
   * Finds the workspace around the folder of {@link #folder}.
   *
   * @throws ExportctlException if there is no workspace
   */
  public Workspace workspace() {
    return Workspace.find(folder());
  }

  /**
   * Finds the workspace of a command that was given paths: that around the folder of {@link
   * #folder}, or otherwise around the first path, as in a repository with a workspace in a
   * subfolder.
   *
   * @throws ExportctlException if there is no workspace
   */
  public Workspace workspace(List<String> paths) {
    Path folder = folder();
    if (paths.isEmpty() || Workspace.around(folder).isPresent()) {
      return Workspace.find(folder);
    }
    return Workspace.around(folder.resolve(paths.get(0)))
        .map(found -> Workspace.at(found.root(), folder))
        .orElseGet(() -> Workspace.find(folder));
  }

  /**
   * Returns the current folder, or the folder given with {@code -C}.
   *
   * @throws ExportctlException if {@code -C} names something other than a folder
   */
  public Path folder() {
    if (directory == null) {
      return environment.directory();
    }
    Path named = environment.directory().resolve(directory);
    if (!Files.isDirectory(named)) {
      String fault = Files.exists(named) ? " is not a folder" : " does not exist";
      throw new ExportctlException("-C takes a folder, and " + directory + fault);
    }
    return named;
  }

  /**
   * Runs a command that writes, while no other command writes in the same workspace.
   *
   * @return the result of the command
   * @throws ExportctlException if another command has the lock and does not end in time
   */
  public int alone(Workspace workspace, IntSupplier command) {
    WorkspaceLock lock =
        WorkspaceLock.take(workspace, WorkspaceLock.LONGEST_WAIT, this::announceWaiting);
    try {
      return command.getAsInt();
    } finally {
      lock.close();
    }
  }

  /** Writes while no other command writes in the same workspace. */
  public void writeAlone(Workspace workspace, Runnable write) {
    alone(
        workspace,
        () -> {
          write.run();
          return ExitStatus.FINE;
        });
  }

  private void announceWaiting() {
    environment
        .err()
        .println(
            "exportctl: another exportctl is writing in this workspace; waiting for it, at most "
                + Quantity.of(WorkspaceLock.LONGEST_WAIT.toSeconds(), "second"));
    environment.err().flush();
  }

  /** Returns the questions of this run, which share one reader of the answers. */
  public Questions questions() {
    if (questions == null) {
      questions = new Questions(this);
    }
    return questions;
  }

  /** Returns a validator that compares review dates with today. */
  public Validator validator(Workspace workspace) {
    return new Validator(new Schemas(workspace::resource), environment.today());
  }

  /** Returns the datasets that have no errors today. */
  public Register register(Workspace workspace, Inventory inventory) {
    return Register.of(inventory, validator(workspace).validate(inventory));
  }

  /**
   * Reports the files that could not be read.
   *
   * @return one of {@link ExitStatus}
   */
  public int complain(List<Unreadable> files) {
    files.forEach(file -> environment.err().println("exportctl: " + file.message()));
    return files.isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
  }

  /**
   * Returns a printer for findings.
   *
   * @param quiet true to leave the summary out
   */
  public TextPrinter textPrinter(boolean quiet) {
    return new TextPrinter(out(), takesColors(), quiet);
  }

  /** Returns true if the options, or otherwise the environment, ask for colors. */
  public boolean takesColors() {
    return !noColor && color.isTaken(environment.takesColors());
  }

  /** Prints findings without a summary. */
  public void print(Diagnostics found) {
    textPrinter(true).print(found);
  }
}
