package io.exportctl.render;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Entry of a map in HCL whose equals sign stands below those of its neighbours.
 *
 * @param padding the spaces between the key and the equals sign, but for the last one
 */
public record AlignedEntry(String key, String padding, String value) {

  /** Aligns all entries of a map, in its order. */
  static List<AlignedEntry> of(SortedMap<String, String> entries) {
    int widest = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
    return entries.entrySet().stream().map(entry -> of(entry, widest)).toList();
  }

  private static AlignedEntry of(Map.Entry<String, String> entry, int width) {
    String key = entry.getKey();
    return new AlignedEntry(key, " ".repeat(width - key.length()), entry.getValue());
  }
}
