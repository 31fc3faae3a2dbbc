package io.exportctl.kind.source;

import io.exportctl.dataset.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The settings of a source in words.
 *
 * @param settings the keys of the file with their values
 */
record SettingWords(Map<String, Object> settings) {

  /** Keys of a column that decide the data that it holds; the others only convert them. */
  static final Set<String> ORIGIN_OF_COLUMN = Set.of("name", "from");

  String of(String key) {
    return text(settings.get(key));
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(settings.get(key)).map(this::text);
  }

  Optional<String> find(String key, String below) {
    return Optional.ofNullable(map(key).get(below)).map(this::text);
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
          ? Setting.NOTHING
          : list.stream().map(this::text).collect(Collectors.joining(", "));
    }
    return value == null ? Setting.NOTHING : value.toString();
  }

  private String text(Map<?, ?> map, Predicate<Object> isTold) {
    String text =
        map.entrySet().stream()
            .filter(entry -> isTold.test(entry.getKey()))
            .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? Setting.NOTHING : text;
  }

  private Map<?, ?> map(String key) {
    return settings.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }
}
