package io.exportctl.cli;

import io.exportctl.report.Format;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the format of a report from a command line. */
final class FormatConverter implements ITypeConverter<Format>, Iterable<String> {

  @Override
  public Format convert(String value) {
    return Arrays.stream(Format.values())
        .filter(format -> format.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + value + "\" is not a format, expected " + String.join(", ", names())));
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static List<String> names() {
    return Arrays.stream(Format.values()).map(Format::toString).toList();
  }
}
