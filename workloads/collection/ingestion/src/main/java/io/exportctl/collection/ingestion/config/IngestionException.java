package io.exportctl.collection.ingestion.config;

/** A failure that ends the command: one sentence for a person, with the remedy. */
public final class IngestionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String reason;

  private IngestionException(int status, String reason, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.reason = reason;
  }

  /** Returns a failure of a command line that makes no sense. */
  public static IngestionException usage(String message) {
    return new IngestionException(ExitStatus.WRONG_USAGE, "usage", message, null);
  }

  /** Returns a failure of the bad data of a date, which stays unpublished. */
  public static IngestionException badData(String reason, String message) {
    return new IngestionException(ExitStatus.BAD_DATA, reason, message, null);
  }

  /**
   * Returns a failure of something that the program depends on.
   *
   * @param reason its name in the records of runs, such as {@code no-source-files}
   */
  public static IngestionException failed(String reason, String message) {
    return new IngestionException(ExitStatus.FAILED, reason, message, null);
  }

  /** Returns a failure with its cause, which only {@code --stacktrace} shows. */
  public static IngestionException failed(String reason, String message, Throwable cause) {
    return new IngestionException(ExitStatus.FAILED, reason, message, cause);
  }

  /** Exit code, one of {@link ExitStatus}. */
  public int status() {
    return status;
  }

  /** Name of the failure in the records of runs, in kebab case. */
  public String reason() {
    return reason;
  }
}
