package io.exportctl.collection.key;

/** A failure that concerns every key: the task fails, and no record is rejected for it. */
public final class KeyServiceException extends Exception {

  private static final long serialVersionUID = 1;

  /** Cause of the failure, which decides over another try. */
  public enum Kind {
    /** The service does not accept our certificate or role; another try would not either. */
    REFUSES_US("key-service-refuses-us"),

    /** The service does not answer, or only with errors that pass. */
    UNAVAILABLE("key-service-unavailable");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Name in the records of runs. */
    public String text() {
      return text;
    }
  }

  private final Kind kind;

  /**
   * @param message a sentence for a person, with the remedy and without the key
   */
  public KeyServiceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /**
   * @param message a sentence for a person, with the remedy and without the key
   */
  public KeyServiceException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
