package io.exportctl.collection.record;

/** Reason why a line makes no row; docs/collection.md has the rules. */
public enum Reason {
  /** The line is not one JSON object with a {@code message} and all that is needed in it. */
  ENVELOPE("envelope"),

  /** The record belongs to another collection. */
  OTHER_COLLECTION("other-collection"),

  /** The record has no id, which a table of the latest state needs. */
  ID_MISSING("id-missing"),

  /** The encrypted text is absent, empty or not a text. */
  NO_DB_OBJECT("no-db-object"),

  /** The encrypted text or the initialisation vector is not base64, or the vector not 16 bytes. */
  BASE64("base64"),

  /** The key service cannot open the record's key. */
  KEY_REFUSED("key-refused"),

  /** The decrypted bytes are not UTF-8. */
  UTF_8("utf-8"),

  /** The decrypted text is not one JSON value. */
  JSON("json"),

  /** The decrypted JSON is not an object. */
  NO_OBJECT("no-object"),

  /** The step {@code audit_context} does not find its parts. */
  AUDIT_ELEMENTS("audit-elements"),

  /** A date is not in the calendar, or not a date where one must be. */
  DATE("date"),

  /** A number is beyond the range of a double, or not a number of JSON. */
  NUMBER("number"),

  /** The line, a number or the nesting is over its limit. */
  TOO_LARGE("too-large");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** Name in dead letters and counts. */
  public String text() {
    return text;
  }
}
