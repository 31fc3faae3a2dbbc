package io.exportctl.review.plan;

import java.util.Map;
import java.util.Set;

/** Types of resources by what their changes do. Unknown types count as the gravest. */
final class ResourceTypes {

  private static final Map<String, String> NOUNS =
      Map.ofEntries(
          Map.entry("aws_sqs_queue", "queue"),
          Map.entry("aws_lambda_function", "function"),
          Map.entry("aws_iam_role", "role"),
          Map.entry("aws_iam_role_policy", "policy of role"),
          Map.entry("aws_s3_bucket_policy", "policy of bucket"),
          Map.entry("aws_kms_key", "key"),
          Map.entry("aws_glue_catalog_database", "database"),
          Map.entry("aws_glue_catalog_table", "table"),
          Map.entry("aws_dynamodb_table", "table"),
          Map.entry("aws_secretsmanager_secret", "secret"),
          Map.entry("aws_cloudwatch_log_group", "log group"),
          Map.entry("aws_cloudwatch_metric_alarm", "alarm"),
          Map.entry("aws_cloudwatch_dashboard", "dashboard"));

  /** Types that hold data of their own, each of which is named if it is lost. */
  private static final Set<String> STORES =
      Set.of(
          "aws_s3_bucket",
          "aws_sqs_queue",
          "aws_kms_key",
          "aws_glue_catalog_database",
          "aws_glue_catalog_table",
          "aws_dynamodb_table",
          "aws_secretsmanager_secret",
          "aws_cloudwatch_log_group");

  /** Types that grant nothing when they are created, apart from their policies. */
  private static final Set<String> HARMLESS_TO_CREATE =
      Set.of(
          "aws_cloudwatch_dashboard",
          "aws_cloudwatch_event_rule",
          "aws_cloudwatch_event_target",
          "aws_cloudwatch_log_group",
          "aws_cloudwatch_log_metric_filter",
          "aws_cloudwatch_metric_alarm",
          "aws_glue_catalog_database",
          "aws_glue_catalog_table",
          "aws_iam_role",
          "aws_iam_role_policy",
          "aws_kms_alias",
          "aws_kms_key",
          "aws_lambda_event_source_mapping",
          "aws_lambda_function",
          "aws_lambda_function_event_invoke_config",
          "aws_s3_bucket",
          "aws_s3_bucket_notification",
          "aws_s3_bucket_ownership_controls",
          "aws_s3_bucket_policy",
          "aws_s3_bucket_public_access_block",
          "aws_s3_bucket_server_side_encryption_configuration",
          "aws_s3_bucket_versioning",
          "aws_s3_object",
          "aws_scheduler_schedule",
          "aws_scheduler_schedule_group",
          "aws_sqs_queue",
          "aws_sqs_queue_policy",
          "aws_sqs_queue_redrive_allow_policy",
          "aws_sqs_queue_redrive_policy",
          "terraform_data");

  /** Types that only tell people about other resources. */
  private static final Set<String> WATCHING =
      Set.of(
          "aws_cloudwatch_dashboard",
          "aws_cloudwatch_log_metric_filter",
          "aws_cloudwatch_metric_alarm");

  /** Types that decide when files are deleted. */
  private static final Set<String> EXPIRING =
      Set.of("aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_versioning");

  /** Attributes whose change has no effect on access or data: tags, releases, sizes. */
  private static final Set<String> HARMLESS_ATTRIBUTES =
      Set.of(
          "code_sha256",
          "description",
          "etag",
          "last_modified",
          "memory_size",
          "qualified_arn",
          "qualified_invoke_arn",
          "s3_key",
          "s3_object_version",
          "source",
          "source_code_hash",
          "source_code_size",
          "source_hash",
          "tags",
          "tags_all",
          "timeout",
          "version",
          "version_id");

  private ResourceTypes() {}

  /** Returns the noun for a type: {@code bucket} for {@code aws_s3_bucket}. */
  static String noun(String type) {
    return NOUNS.getOrDefault(type, type.replaceFirst("^aws_(s3_)?", "").replace('_', ' '));
  }

  static boolean isStore(String type) {
    return STORES.contains(type);
  }

  static boolean isHarmlessToCreate(String type) {
    return HARMLESS_TO_CREATE.contains(type) || EXPIRING.contains(type);
  }

  static boolean isWatching(String type) {
    return WATCHING.contains(type);
  }

  static boolean isExpiring(String type) {
    return EXPIRING.contains(type);
  }

  static boolean isHarmlessAttribute(String name) {
    return HARMLESS_ATTRIBUTES.contains(name);
  }
}
