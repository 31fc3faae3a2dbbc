package io.exportctl.schema;

import io.exportctl.text.NearestWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that a mapping may have, with suggestions for unknown ones. */
final class KnownKeys {

  private final List<Property> properties;
  private final List<Property> nestedOptions;
  private final List<String> names;
  private final Map<String, String> formerNames;

  /**
   * Keeps the keys in the given order.
   *
   * @param properties the keys, required ones first
   * @param nestedOptions nested keys that have an option of a command, under its name
   * @param formerNames maps other names of a key to the key
   */
  KnownKeys(
      List<Property> properties, List<Property> nestedOptions, Map<String, String> formerNames) {
    this.nestedOptions = nestedOptions;
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

  List<Property> nestedOptions() {
    return nestedOptions;
  }

  List<String> names() {
    return names;
  }

  /** Returns a new set of the keys that the mapping must have. */
  Set<String> required() {
    Set<String> required = new HashSet<>();
    for (Property property : properties) {
      if (property.required()) {
        required.add(property.key());
      }
    }
    return required;
  }

  /** Returns the known key that was probably meant by an unknown one. */
  Optional<NearestWord> suggest(String key) {
    String now = formerNames.get(key);
    return now != null ? Optional.of(new NearestWord(now, true)) : NearestWord.of(key, names);
  }
}
