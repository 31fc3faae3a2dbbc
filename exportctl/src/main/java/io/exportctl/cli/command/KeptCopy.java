package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of a handshake that the other side keeps.
 *
 * @param file its path from the working directory
 */
record KeptCopy(Path file) {

  /**
   * Compares the copy, whose line ends may be those of Windows, with what is printed now.
   *
   * @param command the command that prints it
   * @return the exit status
   */
  int compare(String command, String printed, Session session) {
    String kept = read(session.environment().directory().resolve(file)).replace("\r\n", "\n");
    if (kept.equals(printed)) {
      session.out().println(printable(file.toString()) + " is up to date");
      return ExitStatus.FINE;
    }
    FileDiff.print(printable(file.toString()), kept, command, printed, session.out());
    return ExitStatus.FINDINGS;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + file, e);
    }
  }
}
