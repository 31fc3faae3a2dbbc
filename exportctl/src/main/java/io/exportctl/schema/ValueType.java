package io.exportctl.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * Type of a value that people confuse with others, named by {@code x-exportctl-type} in a schema.
 */
enum ValueType {
  ACCOUNT_NUMBER,
  BUCKET_NAME,
  DATASET_NAME,
  KMS_KEY_ARN,
  LINK,
  ROLE_ARN,
  SNS_TOPIC_ARN,
  USER_NAME;

  /** Finds a type by its name in a schema; a team's own schema may lack it. */
  static Optional<ValueType> of(String name) {
    for (ValueType type : values()) {
      if (type.toString().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns the name in a schema, such as {@code bucket-name}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
