package io.exportctl.scaffold;

import java.util.List;
import java.util.Map;

/**
 * What the platform's file is to hold.
 *
 * @param values by key, each with one value
 * @param tags by name
 */
public record PlatformDraft(Map<String, List<String>> values, Map<String, String> tags) {

  public PlatformDraft {
    values = Map.copyOf(values);
    tags = Map.copyOf(tags);
  }

  String value(String key) {
    return values.get(key).get(0);
  }
}
