package io.exportctl.schema;

import io.exportctl.yaml.YamlText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several values written as one, separated by commas, spaces or dashes. */
final class PackedValues {

  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

  private PackedValues() {}

  /**
   * Returns the values in order; none if the schema refuses one of them.
   *
   * @param schema schema of a single value
   */
  static List<String> in(String text, SchemaText schema) {
    List<String> parts =
        Arrays.stream(SEPARATOR.split(text.strip()))
            .map(part -> part.startsWith("-") ? part.substring(1) : part)
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.stream().allMatch(schema::accepts) ? parts : List.of();
  }

  /** Returns the texts as a YAML list on one line. */
  static String inBrackets(List<String> texts) {
    return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
  }
}
