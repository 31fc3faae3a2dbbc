package io.exportctl.cli;

import io.exportctl.workspace.Bundle;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A schema that the tool brings.
 *
 * @param id as it is written on a command line: a kind of dataset, the platform, a report
 */
record SchemaName(String id) {

  private static final String FOLDER = "schema";
  private static final String END = ".schema.json";

  /** Inside the workspace or the jar. */
  String path() {
    return FOLDER + "/" + id + END;
  }

  private static List<String> all() {
    return Bundle.list(FOLDER).stream()
        .filter(path -> path.endsWith(END))
        .map(path -> path.substring(FOLDER.length() + 1, path.length() - END.length()))
        .toList();
  }

  /** Reads one from a command line. */
  static final class Converter implements ITypeConverter<SchemaName>, Iterable<String> {

    @Override
    public SchemaName convert(String value) {
      if (!all().contains(value)) {
        throw new TypeConversionException(
            "\"" + value + "\" has no schema, expected " + String.join(", ", all()));
      }
      return new SchemaName(value);
    }

    @Override
    public Iterator<String> iterator() {
      return all().iterator();
    }
  }
}
