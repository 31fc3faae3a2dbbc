package io.exportctl.schema;

import io.exportctl.yaml.YamlText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody wrote as one value that is several: with commas, spaces or dashes between. */
final class PackedValues {

  private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

  private PackedValues() {}

  /**
   * The values, in order; none where one of them is not what is asked for.
   *
   * @param schema of one of them
   */
  static List<String> in(String text, SchemaText schema) {
    List<String> parts =
        Arrays.stream(BETWEEN.split(text.strip()))
            .map(part -> part.startsWith("-") ? part.substring(1) : part)
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.stream().allMatch(schema::accepts) ? parts : List.of();
  }

  /** As a list in one line of YAML. */
  static String inBrackets(List<String> texts) {
    return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
  }
}
