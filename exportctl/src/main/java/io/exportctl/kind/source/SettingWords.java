package io.exportctl.kind.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The settings of a source in words.
 *
 * @param settings the keys of the file with their values
 */
record SettingWords(Map<String, Object> settings) {

  /** The words for a setting that is not there. */
  static final String NOTHING = "nothing";

  /** Keys of a column that decide the data that it holds; the others only convert them. */
  static final Set<String> ORIGIN_OF_COLUMN = Set.of("name", "from");

  String of(String key) {
    return text(settings.get(key));
  }

  String of(String key, String below) {
    return text(map(key).get(below));
  }

  /** Returns the settings below a key but for those that are told elsewhere. */
  String except(String key, Set<String> told) {
    return except(map(key), told);
  }

  String except(Map<?, ?> map, Set<String> told) {
    return text(map, name -> !told.contains(name.toString()));
  }

  /** Returns the name of a column, with the columns of the file that it is made of. */
  String origin(Map<?, ?> column) {
    Object from = column.get("from");
    return column.get("name") + (from == null ? "" : " from " + text(from));
  }

  /** Returns the maps in a list; empty if the key is missing. */
  List<Map<?, ?>> maps(String key) {
    return settings.get(key) instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList()
        : List.of();
  }

  String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return text(map, name -> true);
    }
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? NOTHING
          : list.stream().map(this::text).collect(Collectors.joining(", "));
    }
    return value == null ? NOTHING : value.toString();
  }

  private String text(Map<?, ?> map, Predicate<Object> isTold) {
    String text =
        map.entrySet().stream()
            .filter(entry -> isTold.test(entry.getKey()))
            .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? NOTHING : text;
  }

  private Map<?, ?> map(String key) {
    return settings.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }
}
