package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.run.Failures;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/** Reports why a command failed: one sentence, without a stack trace. */
final class ErrorHandler
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

  private final PrintStream err;
  private final BooleanSupplier stacktrace;

  /**
   * @param stacktrace tells if the command line has {@code --stacktrace}
   */
  ErrorHandler(PrintStream err, BooleanSupplier stacktrace) {
    this.err = err;
    this.stacktrace = stacktrace;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException exception, String[] args) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName();
    String fault = printable(exception.getMessage().lines().findFirst().orElse(""));
    err.println("ingestion: %s; see '%s --help'".formatted(lowerCase(fault), command));
    return ExitStatus.WRONG_USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    if (exception instanceof IngestionException failure) {
      err.println("ingestion: " + printable(failure.getMessage()));
    } else if (Failures.isOfLibrary(exception)) {
      err.println("ingestion: " + printable(Failures.of(exception).getMessage()));
    } else {
      err.println(
          "ingestion: a fault of the program itself (%s); please report it with what --stacktrace prints"
              .formatted(exception.getClass().getSimpleName()));
    }
    if (stacktrace.getAsBoolean()) {
      exception.printStackTrace(err);
    }
    return exception instanceof IngestionException failure ? failure.status() : ExitStatus.FAILED;
  }

  /** Returns the text without characters that control a terminal. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String lowerCase(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
