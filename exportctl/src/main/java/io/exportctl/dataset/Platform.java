package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings that all datasets share: {@code datasets/platform.yaml}.
 *
 * @param accountId twelve digits
 * @param exportBucket the bucket that analysts write to
 * @param pullBucketPrefix prefix of the names of pull datasets' buckets
 * @param userPrefix prefix of the names of users' roles
 * @param recoveryDays days for which a deleted or overwritten file can be recovered
 * @param accounts names of partners' accounts by their numbers; empty if none is listed
 * @param tags tags of all resources, sorted by name
 * @param layout distribution of datasets over root modules
 * @param sections objects of the kinds' own, by kind; a kind reads its own
 */
public record Platform(
    String accountId,
    String region,
    String exportBucket,
    String pullBucketPrefix,
    String userPrefix,
    int recoveryDays,
    Optional<String> alarmTopicArn,
    Map<String, String> accounts,
    Map<String, String> tags,
    Layout layout,
    Map<DatasetKind, Fields> sections) {

  public Platform {
    accounts = Collections.unmodifiableMap(new TreeMap<>(accounts));
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    sections = Map.copyOf(sections);
  }

  /** Reads a document that has no errors. */
  public static Platform read(YamlDocument valid) {
    Fields fields = Fields.of(valid);
    return new Platform(
        fields.text("account_id"),
        fields.text("region"),
        fields.text("export_bucket"),
        fields.text("pull_bucket_prefix"),
        fields.text("user_prefix"),
        fields.number("recovery_days"),
        fields.optionalText("alarm_topic_arn"),
        byNumber(fields.map("accounts")),
        fields.map("tags"),
        Layout.of(valid),
        sections(fields));
  }

  private static Map<DatasetKind, Fields> sections(Fields fields) {
    Map<DatasetKind, Fields> sections = new EnumMap<>(DatasetKind.class);
    for (DatasetKind kind : DatasetKind.values()) {
      Optional<Fields> section = fields.section(kind.id());
      if (section.isPresent()) {
        sections.put(kind, section.get());
      }
    }
    return sections;
  }

  private static Map<String, String> byNumber(Map<String, String> numbers) {
    Map<String, String> names = new TreeMap<>();
    numbers.forEach((name, number) -> names.put(number, name));
    return names;
  }

  /** Returns an account for a person: its name and number, or only the number if it has no name. */
  public String account(String number) {
    String name = accounts.get(number);
    return name == null ? number : name + " (" + number + ")";
  }

  /** Returns the number of an account that a person gave by its name or number. */
  public String accountNumber(String nameOrNumber) {
    return accounts.entrySet().stream()
        .filter(account -> account.getValue().equals(nameOrNumber))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(nameOrNumber);
  }

  /** Returns the id of the {@link Partition} that the Region belongs to. */
  public String partition() {
    return Partition.of(region).orElse(Partition.AWS).id();
  }

  /** Returns the partition of an ARN, or of its Region, if that is not the platform's. */
  public Optional<String> otherPartition(Arn arn) {
    String ours = partition();
    return arn.partition().equals(ours)
        ? Partition.of(arn.region()).map(Partition::id).filter(other -> !other.equals(ours))
        : Optional.of(arn.partition());
  }

  /** Returns the name of a pull dataset's bucket; hyphens replace the underscores. */
  public String pullBucket(String name) {
    return pullBucketPrefix + name.replace('_', '-');
  }

  /** Returns the ARN of any bucket; bucket names are unique across accounts. */
  public String bucketArn(String bucket) {
    return "arn:" + partition() + ":s3:::" + bucket;
  }

  /** Returns the ARN of a role that a dataset's resources have in the platform's account. */
  public String roleArn(String role) {
    return "arn:%s:iam::%s:role/service-role/%s".formatted(partition(), accountId, role);
  }

  /** Returns the name of the bucket that holds the function's code. */
  public String lambdaBucket() {
    return exportBucket + "-lambda";
  }
}
