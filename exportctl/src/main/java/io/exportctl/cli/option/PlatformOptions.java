package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.schema.Placeholder;
import io.exportctl.schema.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a command line may say of a platform. */
public final class PlatformOptions {

  /** What many teams leave as it is in the schema's example. */
  private static final Set<String> DEFAULTS = Set.of("region", "user_prefix", "recovery_days");

  @Option(
      names = "--account-id",
      paramLabel = "DIGITS",
      description = "The AWS account that everything is created in.")
  private String accountId;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The Region that everything is created in. Default: eu-west-2.")
  private String region;

  @Option(
      names = "--export-bucket",
      paramLabel = "BUCKET",
      description = "The bucket that analysts write to, which is created.")
  private String exportBucket;

  @Option(
      names = "--pull-bucket-prefix",
      paramLabel = "PREFIX",
      description = "What the name of each pull dataset's bucket begins with.")
  private String pullBucketPrefix;

  @Option(
      names = "--user-prefix",
      paramLabel = "PREFIX",
      description = "What the name of each user's role begins with. Default: alpha_user_.")
  private String userPrefix;

  @Option(
      names = "--recovery-days",
      paramLabel = "DAYS",
      description = "For how long a deleted file can be recovered. Default: 35.")
  private String recoveryDays;

  @Option(
      names = "--alarm-topic-arn",
      paramLabel = "ARN",
      description = "An SNS topic that hears of files that are not delivered.")
  private String alarmTopicArn;

  @Option(
      names = "--tag",
      paramLabel = "NAME=VALUE",
      converter = TagConverter.class,
      description = "On all that is created; may be repeated. Default: application=data-exports.")
  private List<Map.Entry<String, String>> tags = List.of();

  /** What was given, by key. */
  public Map<String, List<String>> values() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    put(values, "account_id", accountId);
    put(values, "region", region);
    put(values, "export_bucket", exportBucket);
    put(values, "pull_bucket_prefix", pullBucketPrefix);
    put(values, "user_prefix", userPrefix);
    put(values, "recovery_days", recoveryDays);
    put(values, "alarm_topic_arn", alarmTopicArn);
    return values;
  }

  public Map<String, String> tags() {
    Map<String, String> given = new TreeMap<>();
    tags.forEach(tag -> given.put(tag.getKey(), tag.getValue()));
    return given.isEmpty() ? Map.of("application", "data-exports") : given;
  }

  /** What stands for a value that was not given, until somebody says otherwise. */
  public static List<String> unlessGiven(Property property) {
    String example = property.example();
    return List.of(DEFAULTS.contains(property.key()) ? example : Placeholder.of(example));
  }

  private static void put(Map<String, List<String>> values, String key, String given) {
    if (given != null) {
      values.put(key, List.of(given));
    }
  }

  /** Reads a tag; picocli's own reading of maps takes quotes for its own. */
  static final class TagConverter implements ITypeConverter<Map.Entry<String, String>> {

    @Override
    public Map.Entry<String, String> convert(String text) {
      int end = text.indexOf('=');
      if (end < 0) {
        throw new TypeConversionException(
            quote(text) + " is not a tag, expected NAME=VALUE, such as owner=data-engineering");
      }
      return Map.entry(text.substring(0, end), text.substring(end + 1));
    }
  }
}
