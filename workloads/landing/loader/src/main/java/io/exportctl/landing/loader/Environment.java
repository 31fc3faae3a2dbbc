package io.exportctl.landing.loader;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Environment of the function, read and checked.
 *
 * @param account id of the account to which both buckets must belong
 * @param memoryMegabytes memory for the conversion
 */
record Environment(
    Settings settings,
    String landingBucket,
    String curatedBucket,
    String account,
    String queueUrl,
    int memoryMegabytes) {

  private static final Pattern DATASET = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern URL = Pattern.compile("https?://\\S+");
  private static final Pattern CONTRACT = Pattern.compile("evolve|freeze");
  private static final Pattern MEGABYTES = Pattern.compile("[1-9][0-9]{2,4}");

  /** Share of the function's memory for DuckDB in percent; the rest is for Java. */
  private static final int SHARE = 60;

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException naming the variable that is missing or malformed
   */
  static Environment from(Map<String, String> environment) {
    return new Environment(
        new Settings(
            required(environment, "DATASET", DATASET, "a dataset's name such as notes_dev"),
            patterns(environment, "EXCLUDE_TABLES"),
            patterns(environment, "EXCLUDE_COLUMNS"),
            patterns(environment, "HASH_COLUMNS"),
            required(environment, "SCHEMA_CONTRACT", CONTRACT, "evolve or freeze").equals("freeze"),
            Integer.parseInt(required(environment, "HISTORY_DAYS", DAYS, "a number of days"))),
        required(environment, "LANDING_BUCKET", BUCKET, "a bucket's name"),
        required(environment, "CURATED_BUCKET", BUCKET, "a bucket's name"),
        required(environment, "LANDING_ACCOUNT", ACCOUNT, "an account id of 12 digits"),
        required(environment, "QUEUE_URL", URL, "a queue's URL"),
        Integer.parseInt(
                required(
                    environment,
                    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                    MEGABYTES,
                    "a number of megabytes"))
            * SHARE
            / 100);
  }

  /** Reads one pattern a line. */
  private static NamePatterns patterns(Map<String, String> environment, String name) {
    List<String> lines = environment.getOrDefault(name, "").lines().toList();
    return NamePatterns.of(lines.stream().filter(line -> !line.isBlank()).toList());
  }

  private static String required(
      Map<String, String> environment, String name, Pattern pattern, String expected) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "environment variable %s is not set; it must be %s".formatted(name, expected));
    }
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "environment variable %s is \"%s\"; it must be %s".formatted(name, value, expected));
    }
    return value;
  }
}
