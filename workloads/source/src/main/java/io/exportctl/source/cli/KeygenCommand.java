package io.exportctl.source.cli;

import io.exportctl.source.fault.ExitStatus;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code store keygen}: prints a key for STORE_KEY. */
@Command(name = "keygen", description = "Prints a new key for STORE_KEY.")
final class KeygenCommand implements Callable<Integer> {

  private static final int BYTES = 32;

  private final Session session;

  KeygenCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    session.out().println(Base64.getEncoder().encodeToString(key));
    return ExitStatus.FINE.code();
  }
}
