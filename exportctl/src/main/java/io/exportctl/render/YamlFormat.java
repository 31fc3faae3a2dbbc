package io.exportctl.render;

import io.exportctl.yaml.YamlText;

/** Output format of new dataset files: a value is plain if it reads back as text, else quoted. */
final class YamlFormat extends EscapingFormat {

  static final YamlFormat INSTANCE = new YamlFormat();

  private YamlFormat() {
    super("YAML", "application/yaml");
  }

  @Override
  public String escapePlainText(String text) {
    return YamlText.of(text);
  }
}
