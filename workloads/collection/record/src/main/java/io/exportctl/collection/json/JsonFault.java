package io.exportctl.collection.json;

/** Kind of fault in a JSON text. */
public enum JsonFault {
  /** The bytes are not UTF-8. */
  UTF_8,

  /** The text is not one JSON value. */
  SYNTAX,

  /** A number is NaN or infinite, or beyond the range of a double. */
  NUMBER,

  /** The nesting, a number or a string is over its limit. */
  TOO_LARGE
}
