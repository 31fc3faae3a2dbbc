package io.exportctl.render;

import io.exportctl.text.Quotation;

/** Output format of texts for people: control characters are made visible. */
final class TextFormat extends EscapingFormat {

  static final TextFormat INSTANCE = new TextFormat();

  private TextFormat() {
    super("text", "text/plain");
  }

  @Override
  public String escapePlainText(String text) {
    return Quotation.printable(text);
  }
}
