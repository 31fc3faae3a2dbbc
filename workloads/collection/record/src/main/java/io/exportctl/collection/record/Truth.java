package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonNumber;
import java.util.List;
import java.util.Map;

/** Truth of JSON values as Python sees it. */
final class Truth {

  private Truth() {}

  /** Returns false for null, false, zero, and an empty text, list or object. */
  static boolean of(Object value) {
    if (value == null) {
      return false;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof JsonNumber number) {
      return !number.isZero();
    }
    if (value instanceof Map<?, ?> object) {
      return !object.isEmpty();
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    return (Boolean) value;
  }
}
