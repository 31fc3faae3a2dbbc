locals {
  timeout_seconds = 900

  # A function that mostly waits for S3 gains more from a short cold start than from the optimising compiler.
  java_options = "-XX:+TieredCompilation -XX:TieredStopAtLevel=1"
}

# Moves this dataset's files, or copies them with keep_files; it has no access to other datasets' files.
#trivy:ignore:AWS-0017 file names are all that the log holds, and CloudWatch Logs encrypts them with a key of its own
resource "aws_cloudwatch_log_group" "function" {
  #checkov:skip=CKV_AWS_158:file names are all that the log holds, and CloudWatch Logs encrypts them with a key of its own
  name              = local.log_group_name
  retention_in_days = 365

  tags = local.tags
}

resource "aws_lambda_function" "function" {
  #checkov:skip=CKV_AWS_115:the event source mapping's maximum_concurrency limits it without taking from the account's pool
  #checkov:skip=CKV_AWS_117:it talks to S3, SQS and KMS alone, and VPC endpoints do not serve copies to other Regions
  #checkov:skip=CKV_AWS_173:the environment holds names, no secrets
  #checkov:skip=CKV_AWS_272:the zip is built from the reviewed repository and pinned by version and SHA-256
  function_name = local.function_name
  description   = "${var.keep_files ? "Copies" : "Moves"} files from ${var.push_platform.export_bucket}/${var.name}/ to ${var.target_bucket}."
  role          = aws_iam_role.function.arn

  s3_bucket         = var.push_platform.mover.bucket
  s3_key            = var.push_platform.mover.key
  s3_object_version = var.push_platform.mover.version
  source_code_hash  = var.push_platform.mover.sha256

  runtime       = "java21"
  architectures = ["arm64"]
  handler       = "io.exportctl.lambda.ExportHandler::handleRequest"
  memory_size   = 1024
  timeout       = local.timeout_seconds

  # No call at all, whoever makes it, while the dataset is closed.
  reserved_concurrent_executions = var.closed ? 0 : -1

  tags = local.tags

  environment {
    variables = merge(
      {
        DATASET               = var.name
        EXPORT_ACCOUNT        = var.platform.account_id
        EXPORT_BUCKET         = var.push_platform.export_bucket
        TARGET_BUCKET         = var.target_bucket
        KEEP_FILES            = tostring(var.keep_files)
        QUEUE_URL             = aws_sqs_queue.queue.url
        DEAD_LETTER_QUEUE_URL = aws_sqs_queue.dead_letter.url
        JAVA_TOOL_OPTIONS     = local.java_options
      },
      var.target_account == null ? {} : { TARGET_ACCOUNT = var.target_account },
      var.kms_key_arn == null ? {} : { KMS_KEY_ARN = var.kms_key_arn },
    )
  }

  tracing_config {
    mode = "Active"
  }

  # For calls from outside of the queue; the queue has a redrive policy of its own.
  dead_letter_config {
    target_arn = aws_sqs_queue.dead_letter.arn
  }

  # Lambda assumes the role when it creates the function, and would create a log group without expiry.
  depends_on = [
    aws_cloudwatch_log_group.function,
    aws_iam_role_policy.function,
  ]
}

# Ten messages a call, of which only those that failed return to the queue. With 50 concurrent calls one dataset moves
# well over 1,000 small files a second, and leaves most of the account's 1,000 concurrent calls to others.
resource "aws_lambda_event_source_mapping" "queue" {
  event_source_arn = aws_sqs_queue.queue.arn
  function_name    = aws_lambda_function.function.arn
  enabled          = !var.closed

  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]

  scaling_config {
    maximum_concurrency = 50
  }
}
