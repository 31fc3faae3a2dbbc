package io.exportctl.source.cli;

import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.text.Printable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program {@code store}. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the process. */
  public static void main(String[] arguments) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Session session =
        new Session(System.getenv(), System.in, utf8(System.out), utf8(System.err), temporary);
    System.exit(run(session, arguments));
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs a command, and returns its exit code. */
  static int run(Session session, String... arguments) {
    StoreCommand store = new StoreCommand();
    CommandLine commands = new CommandLine(store);
    for (Object command : commands(session)) {
      commands.addSubcommand(command);
    }
    return commands
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((exception, all) -> wrongUsage(session, exception))
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> report(session, exception, store.stacktrace()))
        .execute(arguments);
  }

  private static List<Object> commands(Session session) {
    return List.of(
        new TryCommand(session),
        new MigrateCommand(session),
        new FetchCommand(session),
        new BootstrapCommand(session),
        new LoadCommand(session),
        new UploadCommand(session),
        new RestoreCommand(session),
        new StatusCommand(session),
        new ServeCommand(session),
        new ClientCommand(session),
        new CallCommand(session),
        new KeygenCommand(session),
        new DemoCommand(session));
  }

  private static int wrongUsage(Session session, ParameterException exception) {
    String name = exception.getCommandLine().getCommandSpec().qualifiedName();
    tell(session, exception.getMessage() + "; see \"" + name + " --help\"");
    return ExitStatus.WRONG_USAGE.code();
  }

  private static int report(Session session, Exception exception, boolean stacktrace) {
    ExitStatus status = ExitStatus.FAILED;
    if (exception instanceof StoreException failure) {
      tell(session, failure.getMessage());
      status = failure.status();
    } else {
      tell(
          session,
          "a fault of the program itself ("
              + exception.getClass().getSimpleName()
              + "); please report it with what --stacktrace prints");
    }
    if (stacktrace) {
      exception.printStackTrace(session.err());
    }
    return status.code();
  }

  private static void tell(Session session, String message) {
    session.err().println("store: " + Printable.lines(message).replace("\n", "\nstore: "));
  }
}
