package io.exportctl.cli;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.register.Register;
import io.exportctl.register.Unreadable;
import io.exportctl.report.TextPrinter;
import io.exportctl.schema.Schemas;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command itself, and what all its subcommands share. */
@Command(
    name = "exportctl",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Lets data out of the platform, safely: datasets in YAML, deployed by Terraform.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is well.",
      "1:Something was found in the files (render --check: out of date).",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl new push new_project",
      "  exportctl validate",
      "  exportctl render"
    })
public final class ExportctlCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "-C",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Work as if started in this folder. Default: where you are.")
  private Path directory;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "Print without colors; so does the variable NO_COLOR.")
  private boolean noColor;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print where in the tool a failure arose.")
  private boolean stacktrace;

  private final Environment environment;

  ExportctlCommand(Environment environment) {
    this.environment = environment;
  }

  /** Whoever names no command does not know them yet. */
  @Override
  public Integer call() {
    spec.commandLine().usage(environment.err());
    return ExitStatus.WRONG_USAGE;
  }

  public Environment environment() {
    return environment;
  }

  /**
   * The command of a name, or of the names of a command and one below it.
   *
   * @throws UnmatchedArgumentException where there is none
   */
  public CommandSpec command(List<String> names) {
    CommandSpec found = spec;
    for (String name : names) {
      CommandLine named = found.subcommands().get(name);
      if (named == null) {
        throw new UnmatchedArgumentException(found.commandLine(), List.of(name));
      }
      found = named.getCommandSpec();
    }
    return found;
  }

  boolean stacktrace() {
    return stacktrace;
  }

  public PrintWriter out() {
    return environment.out();
  }

  /** The workspace around the folder that the user is in, or named with -C. */
  public Workspace workspace() {
    return Workspace.find(folder());
  }

  /** The folder that the user is in, or named with -C. */
  public Path folder() {
    if (directory == null) {
      return environment.directory();
    }
    Path named = environment.directory().resolve(directory);
    if (!Files.isDirectory(named)) {
      throw new ExportctlException(directory + " is not a folder; -C takes an existing one");
    }
    return named;
  }

  /** Finds what is wrong in a workspace, as of today. */
  public Validator validator(Workspace workspace) {
    return new Validator(new Schemas(workspace::resource), environment.today());
  }

  /** The datasets that are without errors, as of today. */
  public Register register(Workspace workspace, Inventory inventory) {
    return Register.of(inventory, validator(workspace).validate(inventory));
  }

  /**
   * Names files that had to be left out.
   *
   * @return one of {@link ExitStatus}
   */
  public int complain(List<Unreadable> files) {
    files.forEach(file -> environment.err().println("exportctl: " + file.message()));
    return files.isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
  }

  /**
   * @param quiet without a summary
   */
  public TextPrinter textPrinter(boolean quiet) {
    return new TextPrinter(out(), takesColors(), quiet);
  }

  /** Whether a person sees colors, and wants them. */
  public boolean takesColors() {
    return environment.takesColors() && !noColor;
  }

  /** Prints what was found. */
  public void print(Diagnostics found) {
    textPrinter(true).print(found);
  }
}
