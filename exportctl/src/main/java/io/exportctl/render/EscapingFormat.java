package io.exportctl.render;

import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;

/** Output format of Freemarker in which every value is escaped; a template cannot turn that off. */
abstract class EscapingFormat extends CommonMarkupOutputFormat<EscapedText> {

  private final String name;
  private final String mimeType;

  EscapingFormat(String name, String mimeType) {
    this.name = name;
    this.mimeType = mimeType;
  }

  @Override
  public final String getName() {
    return name;
  }

  @Override
  public final String getMimeType() {
    return mimeType;
  }

  @Override
  public abstract String escapePlainText(String text);

  @Override
  public final void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public final boolean isLegacyBuiltInBypassed(String builtInName) {
    return false;
  }

  @Override
  protected final EscapedText newTemplateMarkupOutputModel(String text, String markup) {
    return new EscapedText(this, text, markup);
  }
}
