package io.exportctl.render;

import io.exportctl.yaml.YamlText;

/** What Freemarker writes into new dataset files: plain where that is unmistakable, else quoted. */
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
