package io.exportctl.collection.json;

/** A JSON text with a fault. It quotes nothing of the text, which may be personal data. */
public final class JsonException extends Exception {

  private static final long serialVersionUID = 1;

  private final JsonFault fault;

  JsonException(JsonFault fault) {
    // Thrown for each bad record: a stack trace would cost more than the record.
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  public JsonFault fault() {
    return fault;
  }
}
