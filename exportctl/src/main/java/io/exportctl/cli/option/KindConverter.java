package io.exportctl.cli.option;

import io.exportctl.dataset.DatasetKind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the kind of a dataset from a command line. */
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

  /** All kinds, as a person would list them, each with a word before it. */
  public static String kinds(String before) {
    return Arrays.stream(DatasetKind.values())
        .map(kind -> before + kind.id())
        .collect(Collectors.joining(" or "));
  }
}
