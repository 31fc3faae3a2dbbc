package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonException;

/** Ends the work on a record that is rejected. */
public final class RejectedException extends Exception {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  /**
   * @param reason that the record is counted with
   */
  public RejectedException(Reason reason) {
    // Thrown for each bad record: a stack trace would cost more than the record.
    super(reason.text(), null, false, false);
    this.reason = reason;
  }

  static RejectedException of(JsonException e) {
    return new RejectedException(
        switch (e.fault()) {
          case UTF_8 -> Reason.UTF_8;
          case SYNTAX -> Reason.JSON;
          case NUMBER -> Reason.NUMBER;
          case TOO_LARGE -> Reason.TOO_LARGE;
        });
  }

  public Reason reason() {
    return reason;
  }
}
