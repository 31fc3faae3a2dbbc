package io.exportctl.cli.option;

import io.exportctl.workspace.SchemaFile;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A schema that the tool brings.
 *
 * @param id as it is written on a command line: a kind of dataset, the platform, a report
 */
public record SchemaName(String id) {

  /** Returns the path inside the workspace or the jar. */
  public String path() {
    return SchemaFile.path(id);
  }

  /** Reads one from a command line. */
  public static final class Converter implements ITypeConverter<SchemaName>, Iterable<String> {

    @Override
    public SchemaName convert(String value) {
      if (!SchemaFile.names().contains(value)) {
        throw new TypeConversionException(
            "\"" + value + "\" has no schema, expected " + String.join(", ", SchemaFile.names()));
      }
      return new SchemaName(value);
    }

    @Override
    public Iterator<String> iterator() {
      return SchemaFile.names().iterator();
    }
  }
}
