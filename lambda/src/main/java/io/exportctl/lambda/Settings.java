package io.exportctl.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings of the function, read from its environment and checked.
 *
 * @param dataset the dataset's name; its files are the keys that begin with {@code <dataset>/}
 * @param keepFiles true to copy and mark files rather than move them
 * @param exportAccount account id of the export bucket's owner, if known
 * @param targetAccount account id of the target's owner, if the dataset names it
 * @param kmsKeyArn the receiver's key, if files must be encrypted with it at the target
 */
record Settings(
    String dataset,
    String exportBucket,
    String targetBucket,
    Optional<String> exportAccount,
    Optional<String> targetAccount,
    boolean keepFiles,
    Optional<String> kmsKeyArn,
    String queueUrl,
    String deadLetterQueueUrl) {

  private static final Pattern DATASET = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern BOOLEAN = Pattern.compile("true|false");
  private static final Pattern KEY_ARN = Pattern.compile("arn:aws[a-z-]*:kms:[^:]+:[0-9]{12}:.+");
  private static final Pattern URL = Pattern.compile("https?://\\S+");

  Settings {
    if (targetBucket.equals(exportBucket)) {
      throw new IllegalArgumentException(
          "TARGET_BUCKET is the export bucket \"%s\" itself: a move would delete what it has just written"
              .formatted(exportBucket));
    }
  }

  /**
   * Reads the function's environment.
   *
   * @throws IllegalArgumentException naming the variable that is missing or malformed
   */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        required(environment, "DATASET", DATASET, "a dataset's name such as new_project"),
        required(environment, "EXPORT_BUCKET", BUCKET, "a bucket's name"),
        required(environment, "TARGET_BUCKET", BUCKET, "a bucket's name"),
        optional(environment, "EXPORT_ACCOUNT", ACCOUNT, "an account id of 12 digits"),
        optional(environment, "TARGET_ACCOUNT", ACCOUNT, "an account id of 12 digits"),
        required(environment, "KEEP_FILES", BOOLEAN, "true or false").equals("true"),
        optional(environment, "KMS_KEY_ARN", KEY_ARN, "the ARN of a KMS key"),
        required(environment, "QUEUE_URL", URL, "a queue's URL"),
        required(environment, "DEAD_LETTER_QUEUE_URL", URL, "a queue's URL"));
  }

  /** Prefix of the keys of the dataset's files. */
  String prefix() {
    return dataset + "/";
  }

  /**
   * Returns true if the key belongs to the dataset; so does its folder marker {@code <dataset>/}.
   */
  boolean owns(String bucket, String key) {
    return bucket.equals(exportBucket) && key.startsWith(prefix());
  }

  private static String required(
      Map<String, String> environment, String name, Pattern pattern, String expected) {
    return optional(environment, name, pattern, expected)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "environment variable %s is not set; it must be %s".formatted(name, expected)));
  }

  private static Optional<String> optional(
      Map<String, String> environment, String name, Pattern pattern, String expected) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "environment variable %s is \"%s\"; it must be %s".formatted(name, value, expected));
    }
    return Optional.of(value);
  }
}
