package io.exportctl.collection.ingestion.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.run.SparkSessions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry point: connects the commands to the process, and runs one. */
@Command(
    name = "ingestion",
    description = "Decrypts a collection's records and publishes them as Iceberg tables.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  private static final int NEWEST_JAVA = 21;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Also print where in the program a failure came from.")
  private boolean stacktrace;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    Session session =
        new Session(
            out,
            err,
            isTerminal(),
            System.getenv(),
            InstantSource.system(),
            () -> UUID.randomUUID().toString().substring(0, 8));
    int status = run(List.of(args), session);
    SparkSessions.stop();
    out.flush();
    err.flush();
    System.exit(status);
  }

  /**
   * Runs one command.
   *
   * @return its exit code
   */
  static int run(List<String> args, Session session) {
    if (Runtime.version().feature() > NEWEST_JAVA) {
      session.err().println(javaIsTooNew(Runtime.version().feature()));
      return ExitStatus.FAILED;
    }
    Main main = new Main();
    ErrorHandler errors = new ErrorHandler(session.err(), () -> main.stacktrace);
    CommandLine commandLine = new CommandLine(main);
    commandLine
        .addSubcommand(new RunCommand(session))
        .addSubcommand(new TryCommand(session))
        .addSubcommand(new SqlCommand(session))
        .addSubcommand(new RunsCommand(session))
        .addSubcommand(new EraseCommand(session))
        .addSubcommand(new MaintainCommand(session));
    return commandLine
        .setOut(new PrintWriter(session.out(), true, UTF_8))
        .setErr(new PrintWriter(session.err(), true, UTF_8))
        .setExpandAtFiles(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(args.toArray(String[]::new));
  }

  static String javaIsTooNew(int feature) {
    return "ingestion: Spark does not run on Java %d; set JAVA_HOME to a Java 17 or 21"
        .formatted(feature);
  }

  /** Version of the program. */
  static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** From Java 22 on, only the console of this name is null where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  /** Prints the version for {@code --version}. */
  static final class VersionProvider implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"ingestion " + version()};
    }
  }
}
