locals {
  timeout_seconds = 900

  # Patterns of names, one a line. Lambda has room for 4 KB of environment.
  patterns = {
    EXCLUDE_COLUMNS = join("\n", var.exclude_columns)
    EXCLUDE_TABLES  = join("\n", var.exclude_tables)
    HASH_COLUMNS    = join("\n", var.hash_columns)
  }
  pattern_bytes     = length(base64encode(join("", values(local.patterns)))) * 3 / 4
  max_pattern_bytes = 3000
}

# Loads this dataset's extractions; it has no access to other datasets' files or tables.
#trivy:ignore:AWS-0017 names of tables and columns are all that the log holds, and CloudWatch Logs encrypts them with a key of its own
resource "aws_cloudwatch_log_group" "function" {
  #checkov:skip=CKV_AWS_158:names of tables and columns are all that the log holds, and CloudWatch Logs encrypts them with a key of its own
  name              = local.log_group_name
  retention_in_days = 365

  tags = local.tags
}

resource "aws_lambda_function" "function" {
  #checkov:skip=CKV_AWS_115:the event source mapping's maximum_concurrency limits it without taking from the account's pool
  #checkov:skip=CKV_AWS_116:only its queue calls it, and that has a dead-letter queue
  #checkov:skip=CKV_AWS_117:it talks to S3, SQS and Glue alone, and DuckDB has no network
  #checkov:skip=CKV_AWS_173:the environment holds names, no secrets
  #checkov:skip=CKV_AWS_272:the zip is built from the reviewed repository and pinned by version and SHA-256
  function_name = local.function_name
  description   = "Checks extractions in ${var.landing_platform.bucket}/${var.name}/ and publishes them as tables."
  role          = aws_iam_role.function.arn

  s3_bucket         = var.landing_platform.loader.bucket
  s3_key            = var.landing_platform.loader.key
  s3_object_version = var.landing_platform.loader.version
  source_code_hash  = var.landing_platform.loader.sha256

  # A part has at most 2 GiB of JSON, and less than that compressed; DuckDB spills to /tmp.
  runtime       = "java21"
  architectures = ["arm64"]
  handler       = "io.exportctl.landing.loader.LoaderHandler::handleRequest"
  memory_size   = 3008
  timeout       = local.timeout_seconds

  # No call at all, whoever makes it, while the dataset is closed.
  reserved_concurrent_executions = var.closed ? 0 : -1

  tags = local.tags

  ephemeral_storage {
    size = 4096
  }

  environment {
    variables = merge(local.patterns, {
      DATASET         = var.name
      LANDING_ACCOUNT = var.platform.account_id
      LANDING_BUCKET  = var.landing_platform.bucket
      CURATED_BUCKET  = var.landing_platform.curated_bucket
      QUEUE_URL       = aws_sqs_queue.queue.url
      SCHEMA_CONTRACT = var.schema_contract
      HISTORY_DAYS    = tostring(var.history_days)

      # Lambda's default is the quick compiler alone; for checking every value of a part the optimising one pays off.
      JAVA_TOOL_OPTIONS = "-XX:+TieredCompilation -XX:TieredStopAtLevel=4"
    })
  }

  tracing_config {
    mode = "Active"
  }

  # Lambda assumes the role when it creates the function, and would create a log group without expiry.
  depends_on = [
    aws_cloudwatch_log_group.function,
    aws_iam_role_policy.function,
  ]

  lifecycle {
    precondition {
      condition     = local.pattern_bytes <= local.max_pattern_bytes
      error_message = "exclude_tables, exclude_columns and hash_columns of ${var.name} have ${local.pattern_bytes} bytes together, and a function's environment has room for ${local.max_pattern_bytes}. Put several names into one pattern with *."
    }
  }
}

# One message a call, since a part may take all of its memory and disk. Ten calls at the same time load one dataset and
# leave most of the account's 1,000 concurrent calls to others.
resource "aws_lambda_event_source_mapping" "queue" {
  event_source_arn = aws_sqs_queue.queue.arn
  function_name    = aws_lambda_function.function.arn
  enabled          = !var.closed

  batch_size              = 1
  function_response_types = ["ReportBatchItemFailures"]

  scaling_config {
    maximum_concurrency = 10
  }

  # It loads nothing before there are databases, or after they are gone.
  depends_on = [
    aws_glue_catalog_database.history,
    aws_glue_catalog_database.newest,
  ]
}
