package io.exportctl.cli;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.text.Quotation;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;

/** Reports why a command failed: one sentence, without a stack trace. */
final class ErrorHandler
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

  private final Session session;

  ErrorHandler(Session session) {
    this.session = session;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    String fault = new WrongUsage(command.getCommandSpec(), args).describe(exception);
    command.getErr().println("exportctl: " + fault);
    return ExitStatus.WRONG_USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    return report(exception, command.getCommandSpec().qualifiedName());
  }

  /**
   * Prints a failure.
   *
   * @param command name of the command, including that of the tool, for the reference to its help
   * @return one of {@link ExitStatus}
   */
  int report(Throwable failure, String command) {
    PrintWriter err = session.environment().err();
    if (failure instanceof UsageException) {
      err.println("exportctl: " + WrongUsage.withHint(failure.getMessage(), command));
      return ExitStatus.WRONG_USAGE;
    }
    if (failure instanceof ExportctlException) {
      err.println("exportctl: " + Quotation.printable(failure.getMessage()));
    } else if (failure instanceof InvalidPathException path) {
      err.println(
          "exportctl: "
              + Quotation.quote(path.getInput())
              + " cannot be the name of a file here; rename it, with letters, digits and \"_\""
              + " only");
    } else {
      err.println(
          "exportctl: a fault of the tool itself ("
              + failure.getClass().getSimpleName()
              + "); please report it with what --stacktrace prints");
    }
    if (session.stacktrace()) {
      failure.printStackTrace(err);
    }
    return ExitStatus.FAILED;
  }
}
