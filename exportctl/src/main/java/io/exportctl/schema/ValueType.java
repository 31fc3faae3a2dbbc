package io.exportctl.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * Type of a value that people mistake for another, as {@code x-exportctl-type} in a schema names
 * it.
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

  /** Finds the type that a schema names; a team's own schema may name none. */
  static Optional<ValueType> of(String name) {
    for (ValueType type : values()) {
      if (type.toString().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Such as {@code bucket-name}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
