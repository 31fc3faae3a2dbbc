package io.exportctl.render;

import io.exportctl.diagnostic.Quotation;

/** What Freemarker writes for a person to read and send on: nothing that a terminal acts on. */
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
