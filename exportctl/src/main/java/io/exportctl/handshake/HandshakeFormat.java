package io.exportctl.handshake;

import java.util.Locale;

/** Format of a printed handshake. */
public enum HandshakeFormat {
  /** Text that can be sent to a person unchanged. */
  TEXT,
  /** For programs. */
  JSON,
  /** For the other side's own Terraform. */
  TERRAFORM,
  /** Manifest of the job that the other side runs. */
  KUBERNETES;

  /** Returns the name used on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
