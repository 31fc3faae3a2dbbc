package io.exportctl.review.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Typed access to values of {@link io.exportctl.text.JsonReader}; other types count as missing. */
final class Json {

  private Json() {}

  /** Returns the members of an object; empty if the value is not one. */
  static Map<String, Object> object(Object value) {
    return value instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue))
        : Map.of();
  }

  /** Returns the objects of a list. */
  static List<Map<String, Object>> objects(Object value) {
    return list(value).stream().filter(Map.class::isInstance).map(Json::object).toList();
  }

  /** Returns the items of a list, or a single value as a list of one; empty if it is missing. */
  static List<Object> list(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Object.class::cast).toList();
    }
    return value == null ? List.of() : List.of(value);
  }

  /** Returns a text; empty if the value is not one. */
  static String text(Object value) {
    return value instanceof String text ? text : "";
  }

  /** Returns the texts of a list, or a single text as a list of one, sorted. */
  static List<String> texts(Object value) {
    return list(value).stream().map(String::valueOf).sorted().toList();
  }
}
