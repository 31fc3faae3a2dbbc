package io.exportctl.source.load;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Elements of a {@code text[]} as PostgreSQL writes them. */
final class TextArray {

  private TextArray() {}

  static String of(String cell, String separator) {
    List<String> elements = List.of(Pattern.compile(separator, Pattern.LITERAL).split(cell, -1));
    return elements.stream()
        .map(it -> '"' + it.strip().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
