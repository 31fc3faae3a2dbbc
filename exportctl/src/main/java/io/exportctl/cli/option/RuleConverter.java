package io.exportctl.cli.option;

import io.exportctl.diagnostic.RuleId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the id of a rule on the command line. */
public final class RuleConverter implements ITypeConverter<RuleId>, Iterable<String> {

  @Override
  public RuleId convert(String value) {
    return RuleId.of(id(value))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + value + "\" is not a rule; exportctl explain lists all"));
  }

  /** Accepts an id as messages print it in brackets, and as environment variables are written. */
  private static String id(String value) {
    return value.replaceFirst("^\\[(.*)]$", "$1").toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(RuleId.values()).map(RuleId::id).iterator();
  }
}
