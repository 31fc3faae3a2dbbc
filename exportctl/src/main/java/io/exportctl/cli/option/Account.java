package io.exportctl.cli.option;

import io.exportctl.aws.Aws;
import io.exportctl.cli.Session;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.register.Entry;
import java.util.Optional;

/** Opens the platform's account in AWS for a command, with the user's credentials. */
public final class Account {

  private Account() {}

  /**
   * Opens the account that a dataset is deployed to.
   *
   * @throws ExportctlException if there are no valid credentials of it
   */
  public static Aws of(Session session, Entry entry) {
    return Aws.open(entry.platform(), session.environment().variables());
  }

  /** Tells how far a long command is, on a terminal only; an empty text clears the line. */
  public static void progress(Session session, Optional<String> text) {
    if (session.environment().obeysEscapes()) {
      session.environment().err().print("\r\u001B[K" + text.orElse(""));
      session.environment().err().flush();
    }
  }
}
