package io.exportctl.yaml;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Reads YAML from text, for tests. */
final class YamlReading {

  private YamlReading() {}

  static YamlDocument of(String text) {
    return YamlReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** All problems, each as {@code line:column rule}. */
  static String problems(YamlDocument document) {
    return document.problems().stream()
        .map(one -> one.location().line() + ":" + one.location().column() + " " + one.rule())
        .collect(Collectors.joining("\n"));
  }
}
