package io.exportctl.cli.option;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.text.Alternatives;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the kind of a dataset on the command line. */
public final class KindConverter implements ITypeConverter<DatasetKind>, Iterable<String> {

  @Override
  public DatasetKind convert(String value) {
    return DatasetKind.of(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + value + "\" is not a kind of dataset, expected " + kinds("")));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(DatasetKind.values()).map(DatasetKind::id).iterator();
  }

  /** Lists all kinds as in a sentence, each with the given prefix. */
  public static String kinds(String before) {
    return Alternatives.of(
        Arrays.stream(DatasetKind.values()).map(kind -> before + kind.id()).toList());
  }
}
