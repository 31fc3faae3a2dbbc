package io.exportctl.cli.option;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words from a command line: an enum's constants, as they print themselves. */
public abstract class WordConverter<E extends Enum<E>>
    implements ITypeConverter<E>, Iterable<String> {

  private final String what;
  private final List<E> constants;

  /**
   * @param what such a word is, with its article
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
    List<String> words = constants.stream().map(Enum::toString).toList();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  @Override
  public Iterator<String> iterator() {
    return constants.stream().map(Enum::toString).iterator();
  }
}
