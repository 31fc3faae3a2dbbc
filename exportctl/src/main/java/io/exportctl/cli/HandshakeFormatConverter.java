package io.exportctl.cli;

import io.exportctl.handshake.HandshakeFormat;
import java.util.List;

/** Reads the format of a handshake from a command line. */
final class HandshakeFormatConverter extends WordConverter<HandshakeFormat> {

  HandshakeFormatConverter() {
    super("a format", List.of(HandshakeFormat.values()));
  }
}
