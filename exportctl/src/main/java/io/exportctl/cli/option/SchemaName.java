package io.exportctl.cli.option;

import io.exportctl.workspace.SchemaFile;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Schema that comes with the tool.
 *
 * @param id name on the command line: a kind of dataset, the platform or a report
 */
public record SchemaName(String id) {

  /** Returns the path inside the workspace or the jar. */
  public String path() {
    return SchemaFile.path(id);
  }

  /** Converts the name of a schema on the command line. */
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
