package io.exportctl.landing.loader;

/** Thrown if a line of a part is not as it must be; the message holds no value of a row. */
final class LineException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ReasonId id;

  LineException(ReasonId id, String message) {
    super(message);
    this.id = id;
  }

  static LineException notJson() {
    return new LineException(ReasonId.BAD_LINE, "the line is not JSON");
  }

  ReasonId id() {
    return id;
  }
}
