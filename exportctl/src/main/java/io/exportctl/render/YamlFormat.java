package io.exportctl.render;

import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/** What Freemarker writes into new dataset files: plain where that is unmistakable, else quoted. */
final class YamlFormat extends CommonMarkupOutputFormat<EscapedText> {

  static final YamlFormat INSTANCE = new YamlFormat();

  /** Begins like a word, holds no space, ends in no colon, and reads as nothing but text. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)(?!(true|false|null|yes|no|on|off|y|n)$)[a-z<]([\\w<>./:=%?&+~@#,-]*[\\w<>/=])?");

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
    return PLAIN.matcher(text).matches() ? text : '"' + quoted(text) + '"';
  }

  private static String quoted(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    text.chars()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                escaped.append('\\').append((char) character);
              } else if (character < ' ' || character > '~') {
                escaped.append(String.format("\\u%04X", character));
              } else {
                escaped.append((char) character);
              }
            });
    return escaped.toString();
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
