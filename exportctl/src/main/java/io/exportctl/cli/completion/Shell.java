package io.exportctl.cli.completion;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Shells for which there is a completion script. */
public enum Shell {
  BASH,
  ZSH,
  FISH;

  /** Returns the completion script for the shell. */
  public String script() {
    try (InputStream script = Shell.class.getResourceAsStream(toString())) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw ExportctlException.of("cannot read the script for " + this, e);
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> names() {
    return Arrays.stream(values()).map(Shell::toString).toList();
  }

  /** Converts the name of a shell on the command line. */
  public static final class Converter implements ITypeConverter<Shell>, Iterable<String> {

    @Override
    public Shell convert(String value) {
      return Arrays.stream(values())
          .filter(shell -> shell.toString().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\""
                          + value
                          + "\" is not a shell that is known, expected "
                          + String.join(", ", names())));
    }

    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }
}
