package io.exportctl.review;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Values in YAML, apart from their places and comments. */
final class Values {

  private Values() {}

  /** Returns a value on one line; equal values have equal texts. */
  static String text(YamlNode value) {
    if (value instanceof YamlNode.Scalar scalar) {
      return scalar.text();
    }
    if (value instanceof YamlNode.Sequence list) {
      return list.items().stream().map(Values::text).collect(Collectors.joining(", "));
    }
    return text(((YamlNode.Mapping) value).entries());
  }

  /** Returns all keys of a document but some, with their values. */
  static String textWithout(Set<String> left, YamlDocument document) {
    return document
        .mapping()
        .map(
            keys ->
                keys.entries().stream()
                    .filter(entry -> !left.contains(entry.key().text()))
                    .toList())
        .map(Values::text)
        .orElse("");
  }

  private static String text(List<YamlNode.Entry> entries) {
    return entries.stream()
        .map(entry -> entry.key().text() + ": " + text(entry.value()))
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
