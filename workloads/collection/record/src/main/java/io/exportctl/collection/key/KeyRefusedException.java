package io.exportctl.collection.key;

/** A data key that cannot be opened: its records are rejected, and others go on. */
public final class KeyRefusedException extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * @param message the reason, without the key
   */
  public KeyRefusedException(String message) {
    super(message);
  }
}
