package io.exportctl.source.fault;

/** The end of a command that did not succeed; the message is for a person and holds no cell. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ExitStatus status;
  private final transient Fault fault;

  private StoreException(ExitStatus status, Fault fault, Throwable cause) {
    super(fault.sentence(), cause);
    this.status = status;
    this.fault = fault;
  }

  /** A file or an argument that is refused. */
  public static StoreException refused(Fault fault) {
    return new StoreException(ExitStatus.FINDINGS, fault, null);
  }

  /** A file that is refused since a library could not read it. */
  public static StoreException refused(Fault fault, Throwable cause) {
    return new StoreException(ExitStatus.FINDINGS, fault, cause);
  }

  /** A command line, or an environment, that somebody has to change. */
  public static StoreException usage(String message) {
    return new StoreException(ExitStatus.WRONG_USAGE, Fault.of("wrong-usage", message), null);
  }

  public static StoreException failed(String code, String message) {
    return new StoreException(ExitStatus.FAILED, Fault.of(code, message), null);
  }

  public static StoreException failed(String code, String message, Throwable cause) {
    return new StoreException(ExitStatus.FAILED, Fault.of(code, message), cause);
  }

  public ExitStatus status() {
    return status;
  }

  public Fault fault() {
    return fault;
  }
}
