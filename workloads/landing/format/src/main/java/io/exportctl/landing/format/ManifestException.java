package io.exportctl.landing.format;

/** A manifest that cannot be read; the message tells the place and the fault. */
public final class ManifestException extends Exception {

  private static final long serialVersionUID = 1;

  public ManifestException(String message) {
    super(message);
  }

  public ManifestException(String message, Throwable cause) {
    super(message, cause);
  }
}
