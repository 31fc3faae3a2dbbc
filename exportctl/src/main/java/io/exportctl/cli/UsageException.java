package io.exportctl.cli;

/** A command line that is understood but makes no sense: one sentence for a person. */
@SuppressWarnings("serial")
public final class UsageException extends RuntimeException {

  public UsageException(String message) {
    super(message);
  }
}
