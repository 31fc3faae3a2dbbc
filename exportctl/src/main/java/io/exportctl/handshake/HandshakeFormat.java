package io.exportctl.handshake;

import java.util.Locale;

/** What a handshake can be printed as. */
public enum HandshakeFormat {
  /** For a person, to be sent as it is. */
  TEXT,
  /** For programs. */
  JSON,
  /** For the other side's own Terraform. */
  TERRAFORM;

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
