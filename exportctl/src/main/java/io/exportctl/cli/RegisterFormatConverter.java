package io.exportctl.cli;

import io.exportctl.register.RegisterFormat;
import java.util.List;

/** Reads the format of the register from a command line. */
final class RegisterFormatConverter extends WordConverter<RegisterFormat> {

  RegisterFormatConverter() {
    super("a format", List.of(RegisterFormat.values()));
  }
}
