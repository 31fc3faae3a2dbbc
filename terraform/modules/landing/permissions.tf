resource "aws_iam_role" "function" {
  name               = local.function_name
  path               = "/service-role/"
  description        = "Checks extractions of ${var.name} and publishes them as tables."
  assume_role_policy = data.aws_iam_policy_document.assume_role.minified_json

  # IAM refuses to delete a role that somebody attached a policy to.
  force_detach_policies = true

  tags = local.tags
}

data "aws_iam_policy_document" "assume_role" {
  statement {
    sid     = "LambdaRuns"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "function" {
  #checkov:skip=CKV_AWS_290:X-Ray knows no resources; all else names its own
  #checkov:skip=CKV_AWS_355:X-Ray knows no resources; all else names its own
  name   = local.function_name
  role   = aws_iam_role.function.name
  policy = data.aws_iam_policy_document.function.minified_json
}

# Reads this dataset's extractions, and keeps its tables and their files. It changes nothing in the landing bucket but for
# new verdicts, and cannot destroy bytes: it never has s3:DeleteObjectVersion.
data "aws_iam_policy_document" "function" {
  #checkov:skip=CKV_AWS_111:X-Ray knows no resources; all else names its own
  #checkov:skip=CKV_AWS_356:X-Ray knows no resources; all else names its own
  statement {
    sid       = "ReadExtractions"
    actions   = ["s3:GetObject"]
    resources = ["${local.landing_arn}/*"]
  }

  # With If-None-Match, S3 refuses a second verdict on an extraction.
  statement {
    sid       = "GiveVerdicts"
    actions   = ["s3:PutObject"]
    resources = ["${local.landing_arn}/results/*"]

    condition {
      test     = "Null"
      variable = "s3:if-none-match"
      values   = ["false"]
    }
  }

  statement {
    sid = "KeepFilesOfTables"
    actions = [
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:PutObject",
    ]
    resources = ["${local.curated_arn}/*"]
  }

  # A role that lists one prefix alone gets 403 rather than 404 for a file that is missing: the function looks for a file by
  # a listing.
  statement {
    sid     = "ListFiles"
    actions = ["s3:ListBucket"]
    resources = [
      local.curated_bucket_arn,
      local.landing_bucket_arn,
    ]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["${var.name}/*"]
    }
  }

  # Glue asks for an action on a table, on its database and on the catalog.
  statement {
    sid = "KeepTables"
    actions = [
      "glue:CreatePartition",
      "glue:CreateTable",
      "glue:DeletePartition",
      "glue:DeleteTable",
      "glue:GetPartitions",
      "glue:GetTable",
      "glue:GetTables",
      "glue:UpdateTable",
    ]
    resources = [
      "${local.catalog_arn}:catalog",
      "${local.catalog_arn}:database/${local.history}",
      "${local.catalog_arn}:database/${var.name}",
      "${local.catalog_arn}:table/${local.history}/*",
      "${local.catalog_arn}:table/${var.name}/*",
    ]
  }

  # It sends messages for the parts of an extraction, and for extractions that a sweep finds.
  statement {
    sid = "WorkOnQueue"
    actions = [
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage",
      "sqs:SendMessage",
    ]
    resources = [local.queue_arn]
  }

  statement {
    sid = "Log"
    actions = [
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ]
    resources = ["${local.log_group_arn}:*"]
  }

  statement {
    sid = "Trace"
    actions = [
      "xray:PutTelemetryRecords",
      "xray:PutTraceSegments",
    ]
    resources = ["*"]
  }
}
