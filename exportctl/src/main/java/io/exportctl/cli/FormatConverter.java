package io.exportctl.cli;

import io.exportctl.report.Format;
import java.util.List;

/** Reads the format of a report from a command line. */
final class FormatConverter extends WordConverter<Format> {

  FormatConverter() {
    super("a format", List.of(Format.values()));
  }
}
