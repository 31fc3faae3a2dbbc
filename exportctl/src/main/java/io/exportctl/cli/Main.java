package io.exportctl.cli;

import io.exportctl.cli.command.NoOptionCommands;
import io.exportctl.cli.command.Subcommand;
import io.exportctl.cli.terminal.TerminalWidth;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Entry point: connects the commands to the process, and runs one. */
public final class Main {

  /** Width of help in columns where there is no terminal. */
  private static final int HELP_WIDTH = 80;

  /** Widest help, as longer lines are hard to read. */
  private static final int WIDEST_HELP = 100;

  /** Narrowest help that picocli can lay out. */
  private static final int NARROWEST_HELP = 55;

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
    CommandLine commandLine = commandLine(session, errors, Subcommand.neededBy(args));
    if (asksForHelp(args)) {
      int width = TerminalWidth.of(session.environment()).orElse(HELP_WIDTH);
      commandLine.setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(width, WIDEST_HELP)));
    }
    return commandLine.execute(args.toArray(String[]::new));
  }

  /** Returns true if help is probably printed; only then the terminal is asked for its width. */
  private static boolean asksForHelp(List<String> args) {
    return args.isEmpty()
        || args.get(0).equals("help")
        || args.contains("--help")
        || args.contains("-h");
  }

  /** Returns the tool with the given commands. */
  static CommandLine commandLine(Session session, ErrorHandler errors, List<Subcommand> commands) {
    CommandLine commandLine = new CommandLine(new ExportctlCommand(session));
    for (Subcommand command : commands) {
      commandLine.addSubcommand(command.create(session));
    }
    commandLine.getSubcommands().values().forEach(Main::describeExitCodes);
    Environment environment = session.environment();
    return commandLine
        .setOut(environment.out())
        .setErr(environment.err())
        .setExpandAtFiles(false)
        .setUsageHelpWidth(HELP_WIDTH)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                environment.takesColors() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  /** Leaves out the exit code for findings in the help of commands that look at no files. */
  private static void describeExitCodes(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    if (Subcommand.findsNothing(command.getCommandName())) {
      Map<String, String> codes = new LinkedHashMap<>(usage.exitCodeList());
      codes.remove(String.valueOf(ExitStatus.FINDINGS));
      usage.exitCodeList(codes);
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }
}
