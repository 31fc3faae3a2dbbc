package io.exportctl.render;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;

/** Text that a template captured and that is already escaped. */
final class EscapedText extends CommonTemplateMarkupOutputModel<EscapedText> {

  private final CommonMarkupOutputFormat<EscapedText> format;

  EscapedText(CommonMarkupOutputFormat<EscapedText> format, String text, String markup) {
    super(text, markup);
    this.format = format;
  }

  @Override
  public CommonMarkupOutputFormat<EscapedText> getOutputFormat() {
    return format;
  }
}
