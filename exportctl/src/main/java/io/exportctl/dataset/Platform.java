package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is the same for all datasets: {@code datasets/platform.yaml}.
 *
 * @param accountId twelve digits
 * @param exportBucket the bucket that analysts write to
 * @param pullBucketPrefix what a pull dataset's bucket begins with
 * @param userPrefix what the name of a user's role begins with
 * @param recoveryDays for how long a deleted or overwritten file can be recovered
 * @param tags sorted by name
 * @param layout how many roots there are, and states
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
   * The <a
   * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">partition</a> of
   * AWS that the Region is in.
   */
  public String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** The bucket of a pull dataset: bucket names may hold hyphens, but no underscores. */
  public String pullBucket(String name) {
    return pullBucketPrefix + name.replace('_', '-');
  }

  /** The ARN of a bucket, ours or not: buckets share their names across accounts. */
  public String bucketArn(String bucket) {
    return "arn:" + partition() + ":s3:::" + bucket;
  }

  /** The bucket that holds the function's code. */
  public String lambdaBucket() {
    return exportBucket + "-lambda";
  }
}
