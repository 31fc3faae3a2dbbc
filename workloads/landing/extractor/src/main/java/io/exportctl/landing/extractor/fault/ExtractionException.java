package io.exportctl.landing.extractor.fault;

/** The end of an extraction that published nothing; the message is for a person. */
public final class ExtractionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ExitStatus status;

  private ExtractionException(ExitStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** Settings, rights or permissions that somebody has to change. */
  public static ExtractionException usage(String message) {
    return new ExtractionException(ExitStatus.USAGE, message, null);
  }

  /** Settings, rights or permissions that somebody has to change. */
  public static ExtractionException usage(String message, Throwable cause) {
    return new ExtractionException(ExitStatus.USAGE, message, cause);
  }

  public static ExtractionException failed(String message) {
    return new ExtractionException(ExitStatus.FAILED, message, null);
  }

  public static ExtractionException failed(String message, Throwable cause) {
    return new ExtractionException(ExitStatus.FAILED, message, cause);
  }

  public static ExtractionException gaveWay(String message) {
    return new ExtractionException(ExitStatus.GAVE_WAY, message, null);
  }

  public ExitStatus status() {
    return status;
  }
}
