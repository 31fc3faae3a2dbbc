package io.exportctl.collection.record;

/** Removes carriage returns and line feeds: rule 29 of docs/collection.md. */
final class LineBreaks implements Step.Text {

  @Override
  public String apply(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return text;
    }
    return text.replace("\r", "").replace("\n", "");
  }
}
