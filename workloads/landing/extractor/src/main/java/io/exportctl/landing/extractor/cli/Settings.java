package io.exportctl.landing.extractor.cli;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.run.Options;
import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Encoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of the program, from environment variables.
 *
 * @param waitTime to wait for the platform's verdict
 * @param warnings about variables, a sentence each
 */
record Settings(Options options, Target target, Duration waitTime, List<String> warnings) {

  private static final Pattern DATASET = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern S3 =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

  /** Variables of the platform's older extractor whose meaning is not known. */
  private static final List<String> UNUSED =
      List.of("USE_STATIC_LOCATION", "DATA_PRODUCT_NAME", "API_AUTH");

  private static final Duration LOCK_TIME = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration PROGRESS_PERIOD = Duration.ofSeconds(30);

  /** The place to write to: a folder, or a prefix of a bucket. */
  sealed interface Target {}

  record Folder(String path) implements Target {}

  /**
   * A prefix of a bucket.
   *
   * @param prefix empty, or with a slash at its end
   */
  record S3Prefix(String bucket, String prefix, Optional<String> roleArn) implements Target {}

  /**
   * Reads the settings.
   *
   * @throws ExtractionException with all problems, a line each
   */
  static Settings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    Optional<String> certificate = variables.find("PGSSLROOTCERT");
    DatabaseSettings database =
        new DatabaseSettings(
            variables.text("PGHOST"),
            variables.number("PGPORT", 5432, 1, 65_535),
            variables.text("PGDATABASE"),
            variables.text("PGUSER"),
            variables.find("PGPASSWORD").orElse(""),
            variables.oneOf(
                "PGSSLMODE",
                certificate.isPresent() ? "verify-full" : "require",
                List.of("disable", "require", "verify-ca", "verify-full")),
            certificate);
    Selection selection =
        new Selection(
            variables.list("EXTRACT_SCHEMAS", "public"),
            variables.list("EXTRACT_INCLUDE_TABLES", "*"),
            variables.list("EXTRACT_EXCLUDE_TABLES", ""),
            variables.list("EXTRACT_EXCLUDE_COLUMNS", ""),
            variables.list("EXTRACT_HASH_COLUMNS", ""));
    String hashKey = variables.find("EXTRACT_HASH_KEY").orElse("");
    if (!selection.hashColumns().isEmpty() && hashKey.length() < 32) {
      variables.problem("EXTRACT_HASH_KEY must have at least 32 characters");
    }
    String dataset = variables.text("DATASET");
    if (!dataset.isEmpty() && !DATASET.matcher(dataset).matches()) {
      variables.problem("DATASET is not a name of lower-case letters, digits and \"_\"");
    }
    Options options =
        new Options(
            dataset,
            database,
            selection,
            hashKey,
            Encoding.find(
                    variables.oneOf("EXTRACT_ENCODING", "exact", List.of("exact", "row_to_json")))
                .orElseThrow(),
            Compression.find(
                    variables.oneOf("EXTRACT_COMPRESSION", "zstd", List.of("zstd", "gzip", "none")))
                .orElseThrow(),
            variables.number("EXTRACT_CONNECTIONS", 2, 1, 16),
            variables.number("EXTRACT_PART_MIB", 512, 1, 2048) * 1024L * 1024,
            variables.number("EXTRACT_MAX_ROW_MIB", 64, 1, 512) * 1024 * 1024,
            variables.oneOf("SAVE_EVENTS_LOG", "true", List.of("true", "false")).equals("true"),
            new Options.Times(
                Duration.ofMinutes(variables.number("EXTRACT_MAX_MINUTES", 240, 1, 1440)),
                Duration.ofSeconds(variables.number("EXTRACT_YIELD_SECONDS", 30, 1, 3600)),
                LOCK_TIME,
                FIRST_PAUSE,
                PROGRESS_PERIOD));
    Target target = target(variables);
    int waitMinutes = variables.number("EXTRACT_WAIT_MINUTES", 0, 0, 1440);
    if (waitMinutes > 0 && target instanceof Folder) {
      variables.problem("EXTRACT_WAIT_MINUTES needs S3_DESTINATION: a folder gets no verdict");
    }
    variables.end();
    return new Settings(
        options, target, Duration.ofMinutes(waitMinutes), warnings(variables, target));
  }

  private static List<String> warnings(Variables variables, Target target) {
    List<String> warnings = new ArrayList<>();
    for (String name : UNUSED) {
      if (variables.find(name).isPresent()) {
        warnings.add(name + " is not used; remove it");
      }
    }
    boolean longLived =
        variables.find("AWS_ACCESS_KEY_ID").isPresent()
            && variables.find("AWS_SESSION_TOKEN").isEmpty();
    if (longLived && target instanceof S3Prefix) {
      warnings.add("AWS_ACCESS_KEY_ID is a long-lived key; use the service account's role instead");
    }
    return warnings;
  }

  /** Returns the prefix of all keys, or an empty text without S3_DESTINATION. */
  static String keyPrefix(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    if (variables.find("S3_DESTINATION").isEmpty()) {
      return "";
    }
    Target target = target(variables);
    variables.end();
    return target instanceof S3Prefix s3 ? s3.prefix() : "";
  }

  private static Target target(Variables variables) {
    Optional<String> folder = variables.find("LOCAL_EXPORT_DESTINATION");
    Optional<String> s3 = variables.find("S3_DESTINATION");
    if (folder.isPresent() == s3.isPresent()) {
      variables.problem("set either S3_DESTINATION or LOCAL_EXPORT_DESTINATION");
      return new Folder("");
    }
    if (folder.isPresent()) {
      return new Folder(folder.get());
    }
    Matcher matcher = S3.matcher(s3.get());
    if (!matcher.matches()) {
      variables.problem("S3_DESTINATION is not like s3://bucket/prefix/");
      return new Folder("");
    }
    String prefix = Optional.ofNullable(matcher.group(2)).orElse("");
    String whole = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    return new S3Prefix(matcher.group(1), whole, variables.find("S3_ROLE_ARN"));
  }
}
