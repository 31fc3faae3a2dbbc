package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes of a record's tree before its text is sanitised: rules 13 to 24 of docs/collection.md.
 */
final class Normalisation {

  private static final String DATE = "$date";
  private static final String LAST_MODIFIED = "_lastModifiedDateTime";
  private static final String REMOVED = "_removedDateTime";
  private static final String ARCHIVED = "_archivedDateTime";
  private static final String CREATED = "createdDateTime";
  private static final List<String> DATES_BY_PRIORITY = List.of(LAST_MODIFIED, REMOVED, CREATED);

  private Normalisation() {}

  /** Returns the operation of a record that is not normalised yet. */
  static Operation operation(Map<String, Object> record) {
    return record.containsKey(REMOVED) ? Operation.DELETE : Operation.INSERT;
  }

  /**
   * Changes the tree, and returns the time of the change.
   *
   * @throws RejectedException if a date or a number is not one
   */
  static Instant apply(Map<String, Object> record) throws RejectedException {
    Instant lastModified = lastModified(record);
    record.put(LAST_MODIFIED, wrap(DATE, Dates.format(lastModified)));
    wrapDates(record);
    if (record.containsKey(REMOVED)) {
      // It will be called like the other.
      record.remove(ARCHIVED);
    }
    wrapId(record);
    return lastModified;
  }

  private static Instant lastModified(Map<String, Object> record) throws RejectedException {
    for (String name : DATES_BY_PRIORITY) {
      Object value = record.get(name);
      Object date = value instanceof Map<?, ?> object ? object.get(DATE) : value;
      if (Truth.of(date)) {
        return Dates.parse(text(date));
      }
    }
    return Dates.EPOCH;
  }

  private static String text(Object date) throws RejectedException {
    if (date instanceof String text) {
      return text;
    }
    throw new RejectedException(Reason.DATE);
  }

  private static void wrapDates(Map<String, Object> object) throws RejectedException {
    for (Map.Entry<String, Object> entry : object.entrySet()) {
      Object value = entry.getValue();
      if (value instanceof String text) {
        if (Dates.isDate(text)) {
          entry.setValue(wrap(DATE, Dates.rewrite(text)));
        }
      } else if (value instanceof Map<?, ?>) {
        wrapMember(object(value));
      } else if (value instanceof List<?>) {
        wrapList(list(value));
      }
    }
  }

  private static void wrapMember(Map<String, Object> object) throws RejectedException {
    if (object.size() == 1 && isWrapped(object.get(DATE))) {
      object.put(DATE, Dates.rewrite(text(object.get(DATE))));
    } else {
      wrapDates(object);
    }
  }

  /** An object of a list is not asked if it is a date already: rule 17. */
  private static void wrapList(List<Object> list) throws RejectedException {
    for (int index = 0; index < list.size(); index++) {
      Object value = list.get(index);
      if (value instanceof String text) {
        if (Dates.isDate(text)) {
          list.set(index, wrap(DATE, Dates.rewrite(text)));
        }
      } else if (value instanceof Map<?, ?>) {
        wrapDates(object(value));
      } else if (value instanceof List<?>) {
        wrapList(list(value));
      }
    }
  }

  private static boolean isWrapped(Object date) {
    return Truth.of(date) && !(date instanceof Map<?, ?>) && !(date instanceof List<?>);
  }

  private static void wrapId(Map<String, Object> record) throws RejectedException {
    Object id = record.get("_id");
    if (id instanceof String text) {
      record.put("_id", wrap("$oid", text));
    } else if (id instanceof Boolean isTrue) {
      record.put("_id", wrap("$oid", isTrue ? "True" : "False"));
    } else if (id instanceof JsonNumber number) {
      record.put("_id", wrap("$oid", text(number)));
    }
  }

  private static String text(JsonNumber number) throws RejectedException {
    try {
      return number.text();
    } catch (JsonException e) {
      throw RejectedException.of(e);
    }
  }

  private static Map<String, Object> wrap(String name, String text) {
    Map<String, Object> object = new LinkedHashMap<>(2);
    object.put(name, text);
    return object;
  }

  @SuppressWarnings("unchecked") // JsonTree makes no other maps.
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // JsonTree makes no other lists.
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
