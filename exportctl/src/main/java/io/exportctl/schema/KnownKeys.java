package io.exportctl.schema;

import io.exportctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that a mapping may have, and what most likely is meant by others. */
final class KnownKeys {

  /** People make few mistakes, again and again; a machine might make millions. */
  private static final int MOST_REMEMBERED = 100;

  private final List<Property> properties;
  private final List<String> names;
  private final Map<String, String> formerNames;
  private final Map<String, Optional<NearestWord>> meant = new ConcurrentHashMap<>();

  /**
   * @param properties required ones first
   * @param formerNames other names of a key, to the key
   */
  KnownKeys(List<Property> properties, Map<String, String> formerNames) {
    this.formerNames = formerNames;
    this.properties = properties;
    List<String> keys = new ArrayList<>(properties.size());
    for (Property property : properties) {
      keys.add(property.key());
    }
    this.names = List.copyOf(keys);
  }

  List<Property> properties() {
    return properties;
  }

  List<String> names() {
    return names;
  }

  /** What an unknown key most likely stands for; nothing for many. */
  Optional<NearestWord> meant(String key) {
    Optional<NearestWord> remembered = meant.get(key);
    if (remembered != null) {
      return remembered;
    }
    String now = formerNames.get(key);
    Optional<NearestWord> found =
        now != null ? Optional.of(new NearestWord(now, true)) : NearestWord.of(key, names);
    if (meant.size() < MOST_REMEMBERED) {
      meant.put(key, found);
    }
    return found;
  }
}
