package io.exportctl.validate;

import io.exportctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that a mapping may have, and suggestions for others. */
final class KnownKeys {

  /** Names that the replaced system, or people, used for a key; each has one meaning only. */
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

  private final List<Property> properties;
  private final List<String> names;

  /**
   * @param properties required ones first
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

  /** Returns the known key that an unknown one most likely stands for. */
  Optional<NearestWord> meant(String key) {
    String former = FORMER.get(key);
    return former != null && names.contains(former)
        ? Optional.of(new NearestWord(former, true))
        : NearestWord.of(key, names);
  }
}
