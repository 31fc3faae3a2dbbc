package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import java.util.Collections;
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
 * @param tags tags of all resources, sorted by name
 * @param layout distribution of datasets over root modules
 */
public record Platform(
    String accountId,
    String region,
    String exportBucket,
    String pullBucketPrefix,
    String userPrefix,
    int recoveryDays,
    Optional<String> alarmTopicArn,
    Map<String, String> tags,
    Layout layout) {

  public Platform {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
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
        fields.map("tags"),
        Layout.of(valid));
  }

  /**
   * Returns the <a
   * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">partition</a> of
   * AWS that the Region belongs to.
   */
  public String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** Returns the name of a pull dataset's bucket; hyphens replace the underscores. */
  public String pullBucket(String name) {
    return pullBucketPrefix + name.replace('_', '-');
  }

  /** Returns the ARN of any bucket; bucket names are unique across accounts. */
  public String bucketArn(String bucket) {
    return "arn:" + partition() + ":s3:::" + bucket;
  }

  /** Returns the name of the bucket that holds the function's code. */
  public String lambdaBucket() {
    return exportBucket + "-lambda";
  }
}
