package io.exportctl.schema;

import io.exportctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that a mapping may have, and what most likely is meant by others. */
final class KnownKeys {

  /** As the system that this one replaces, and people, called them; there is no other reading. */
  private static final Map<String, String> FORMER =
      Map.of(
          "target_bucket", "bucket",
          "bucket_name", "bucket",
          "dataset_name", "name",
          "user_names", "users",
          "role_arns", "pull_arns",
          "kms_key", "kms_key_arn",
          "alarm_topic", "alarm_topic_arn",
          "export_bucket_name", "export_bucket");

  /** People make few mistakes, again and again; a machine might make millions. */
  private static final int MOST_REMEMBERED = 100;

  private final List<Property> properties;
  private final List<String> names;
  private final Map<String, Optional<NearestWord>> meant = new ConcurrentHashMap<>();

  /**
   * @param properties those that are required first
   */
  KnownKeys(List<Property> properties) {
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
    String former = FORMER.get(key);
    Optional<NearestWord> found =
        former != null && names.contains(former)
            ? Optional.of(new NearestWord(former, true))
            : NearestWord.of(key, names);
    if (meant.size() < MOST_REMEMBERED) {
      meant.put(key, found);
    }
    return found;
  }
}
