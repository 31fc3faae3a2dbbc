package io.exportctl.cli.option;

import io.exportctl.diagnostic.RuleId;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the id of a rule on the command line. */
public final class RuleConverter implements ITypeConverter<RuleId>, Iterable<String> {

  @Override
  public RuleId convert(String value) {
    return RuleId.of(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + value + "\" is no rule; exportctl explain lists all"));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(RuleId.values()).map(RuleId::id).iterator();
  }
}
