package io.exportctl.cli;

/** An invalid command line that picocli accepts; the message is one sentence for the user. */
@SuppressWarnings("serial")
public final class UsageException extends RuntimeException {

  public UsageException(String message) {
    super(message);
  }
}
