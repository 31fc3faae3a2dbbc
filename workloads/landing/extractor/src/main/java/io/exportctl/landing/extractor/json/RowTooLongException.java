package io.exportctl.landing.extractor.json;

/** A row whose JSON is longer than the limit. */
public final class RowTooLongException extends RuntimeException {

  private static final long serialVersionUID = 1;
}
