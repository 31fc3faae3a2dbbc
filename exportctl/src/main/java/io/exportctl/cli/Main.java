package io.exportctl.cli;

import io.exportctl.cli.command.NoOptionCommands;
import io.exportctl.cli.command.Subcommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Entry point: connects the commands to the process, and runs one. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    Environment environment =
        new Environment(
            Path.of("").toAbsolutePath(),
            System.in,
            out,
            err,
            System.getenv(),
            Main.class.getProtectionDomain().getCodeSource().getLocation(),
            Clock.systemUTC(),
            Boolean.getBoolean("exportctl.terminal.in"),
            Boolean.getBoolean("exportctl.terminal.out"));
    int status = run(List.of(args), environment);
    err.flush();
    // The launcher tells the tool's exit codes from those of a Java that does not start.
    System.exit(Integer.getInteger("exportctl.status", 0) + status);
  }

  /**
   * Runs one command, and fails if its output cannot be written.
   *
   * @return one of {@link ExitStatus}
   */
  static int run(List<String> args, Environment environment) {
    int status = runCommand(args, environment);
    if (!environment.out().checkError()) {
      return status;
    }
    environment
        .err()
        .println(
            "exportctl: cannot write to standard output: it is closed, or its disk is full; the"
                + " output is incomplete");
    return ExitStatus.FAILED;
  }

  private static int runCommand(List<String> args, Environment environment) {
    Session session = new Session(environment);
    ErrorHandler errors = new ErrorHandler(session);
    try {
      Optional<Callable<Integer>> plain = NoOptionCommands.command(args, session);
      return plain.isPresent() ? plain.get().call() : parseAndRun(args, session, errors);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return errors.report(e, args.isEmpty() ? "exportctl" : "exportctl " + args.get(0));
    }
  }

  /** Runs the command line through picocli. */
  static int parseAndRun(List<String> args, Session session, ErrorHandler errors) {
    return commandLine(session, errors, Subcommand.neededBy(args))
        .execute(args.toArray(String[]::new));
  }

  /** Returns the tool with the given commands. */
  static CommandLine commandLine(Session session, ErrorHandler errors, List<Subcommand> commands) {
    CommandLine commandLine = new CommandLine(new ExportctlCommand(session));
    for (Subcommand command : commands) {
      commandLine.addSubcommand(command.create(session));
    }
    Environment environment = session.environment();
    return commandLine
        .setOut(environment.out())
        .setErr(environment.err())
        .setExpandAtFiles(false)
        .setUsageHelpWidth(80)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                environment.takesColors() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }
}
