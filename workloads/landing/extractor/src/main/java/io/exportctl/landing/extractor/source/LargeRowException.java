package io.exportctl.landing.extractor.source;

/** A row that is too large for the limit or for the memory; the message is a predicate. */
public final class LargeRowException extends Exception {

  private static final long serialVersionUID = 1;

  private final long row;

  LargeRowException(String message, long row, Throwable cause) {
    super(message, cause);
    this.row = row;
  }

  /** Number of the row in its chunk, 0 for the first. */
  public long row() {
    return row;
  }
}
