package io.exportctl.render;

import freemarker.core.CommonMarkupOutputFormat;
import io.exportctl.yaml.YamlText;
import java.io.IOException;
import java.io.Writer;

/** What Freemarker writes into new dataset files: plain where that is unmistakable, else quoted. */
final class YamlFormat extends CommonMarkupOutputFormat<EscapedText> {

  static final YamlFormat INSTANCE = new YamlFormat();

  private YamlFormat() {}

  @Override
  public String getName() {
    return "YAML";
  }

  @Override
  public String getMimeType() {
    return "application/yaml";
  }

  @Override
  public String escapePlainText(String text) {
    return YamlText.of(text);
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtInName) {
    return false;
  }

  @Override
  protected EscapedText newTemplateMarkupOutputModel(String text, String markup) {
    return new EscapedText(this, text, markup);
  }
}
