package io.exportctl.scaffold;

import java.util.List;
import java.util.Map;

/**
 * Content of a new platform file.
 *
 * @param values the values by key, one for each
 * @param tags the tags by name
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
