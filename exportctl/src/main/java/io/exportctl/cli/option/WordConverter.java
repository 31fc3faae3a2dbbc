package io.exportctl.cli.option;

import io.exportctl.text.Alternatives;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts one of a few words on the command line: the constants of an enum, as {@code toString}
 * returns them.
 */
public abstract class WordConverter<E extends Enum<E>>
    implements ITypeConverter<E>, Iterable<String> {

  private final String what;
  private final List<E> constants;

  /**
   * Creates a converter.
   *
   * @param what description of the word for messages, with its article
   * @param constants accepted values
   */
  public WordConverter(String what, List<E> constants) {
    this.what = what;
    this.constants = List.copyOf(constants);
  }

  @Override
  public E convert(String value) {
    return constants.stream()
        .filter(constant -> constant.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + value + "\" is not " + what + ", expected " + expected()));
  }

  private String expected() {
    return Alternatives.of(constants.stream().map(Enum::toString).toList());
  }

  @Override
  public Iterator<String> iterator() {
    return constants.stream().map(Enum::toString).iterator();
  }
}
