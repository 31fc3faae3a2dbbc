package io.exportctl.landing.extractor.fault;

/** The end of an extraction that did not succeed; the message is for a person. */
public final class ExtractionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ExitStatus status;
  private final boolean snapshotLost;

  private ExtractionException(
      ExitStatus status, String message, Throwable cause, boolean snapshotLost) {
    super(message, cause);
    this.status = status;
    this.snapshotLost = snapshotLost;
  }

  private static ExtractionException of(ExitStatus status, String message, Throwable cause) {
    return new ExtractionException(status, message, cause, false);
  }

  /** Settings, rights or permissions that somebody has to change. */
  public static ExtractionException usage(String message) {
    return of(ExitStatus.USAGE, message, null);
  }

  /** Settings, rights or permissions that somebody has to change. */
  public static ExtractionException usage(String message, Throwable cause) {
    return of(ExitStatus.USAGE, message, cause);
  }

  public static ExtractionException failed(String message) {
    return of(ExitStatus.FAILED, message, null);
  }

  public static ExtractionException failed(String message, Throwable cause) {
    return of(ExitStatus.FAILED, message, cause);
  }

  /** The snapshot is gone; an attempt with a new one may succeed. */
  public static ExtractionException snapshotLost(String message, Throwable cause) {
    return new ExtractionException(ExitStatus.FAILED, message, cause, true);
  }

  public static ExtractionException gaveWay(String message) {
    return of(ExitStatus.GAVE_WAY, message, null);
  }

  public static ExtractionException refused(String message) {
    return of(ExitStatus.REFUSED, message, null);
  }

  public ExitStatus status() {
    return status;
  }

  public boolean isSnapshotLost() {
    return snapshotLost;
  }
}
