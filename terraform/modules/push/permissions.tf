# The receiver's bucket policy names this role.
resource "aws_iam_role" "function" {
  name               = local.function_name
  path               = "/service-role/"
  description        = "${var.keep_files ? "Copies" : "Moves"} files from ${var.push_platform.export_bucket}/${var.name}/ to ${var.target_bucket}."
  assume_role_policy = data.aws_iam_policy_document.assume_role.minified_json

  # IAM refuses to delete a role that somebody attached a policy to, and the export bucket would wait for it.
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

# Reads this dataset's files, writes them to the target and, when it moves them, hides each behind a delete marker.
# It cannot destroy bytes: it never has s3:DeleteObjectVersion, and s3:DeleteObject only for the version that it copied.
data "aws_iam_policy_document" "function" {
  #checkov:skip=CKV_AWS_111:X-Ray knows no resources; all else names its own
  #checkov:skip=CKV_AWS_356:X-Ray knows no resources; all else names its own
  statement {
    sid = "ReadSource"
    actions = [
      "s3:GetObject",
      "s3:GetObjectTagging",
      "s3:GetObjectVersion",
      "s3:GetObjectVersionTagging",
    ]
    resources = [local.source_files_arn]
  }

  statement {
    sid = "ListSource"
    actions = [
      "s3:ListBucket",
      "s3:ListBucketVersions",
    ]
    resources = [local.export_bucket_arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["${var.name}/*"]
    }
  }

  # A delete without If-Match could hide a version that was written after the copy.
  dynamic "statement" {
    for_each = var.keep_files ? [] : [local.source_files_arn]

    content {
      sid       = "HideDeliveredSource"
      actions   = ["s3:DeleteObject"]
      resources = [statement.value]

      condition {
        test     = "Null"
        variable = "s3:if-match"
        values   = ["false"]
      }

      # "If-Match: *" would match any version.
      condition {
        test     = "StringNotEquals"
        variable = "s3:if-match"
        values   = ["*"]
      }
    }
  }

  # Its own tags record the multipart copy that was begun for a version, and the delivery of a file that stays.
  statement {
    sid       = "MarkSource"
    actions   = ["s3:PutObjectVersionTagging"]
    resources = [local.source_files_arn]
  }

  # It reads there only to prove that a large file has arrived, if the receiver allows that. A bucket's name may come to
  # belong to another account: the files stay here then.
  statement {
    sid = "WriteTarget"
    actions = [
      "s3:AbortMultipartUpload",
      "s3:GetObject",
      "s3:ListMultipartUploadParts",
      "s3:PutObject",
      "s3:PutObjectAcl",
      "s3:PutObjectTagging",
    ]
    resources = [local.target_files_arn]

    dynamic "condition" {
      for_each = var.target_account == null ? [] : [var.target_account]

      content {
        test     = "StringEquals"
        variable = "s3:ResourceAccount"
        values   = [condition.value]
      }
    }
  }

  dynamic "statement" {
    for_each = var.kms_key_arn == null ? [] : [var.kms_key_arn]

    content {
      sid = "EncryptTarget"
      actions = [
        "kms:Decrypt",
        "kms:GenerateDataKey",
      ]
      resources = [statement.value]
    }
  }

  # It sends messages for the files that a sweep finds, and for the sweep's next part.
  statement {
    sid = "WorkOnQueue"
    actions = [
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage",
      "sqs:SendMessage",
    ]
    resources = [local.queue_arn]
  }

  statement {
    sid       = "GiveUp"
    actions   = ["sqs:SendMessage"]
    resources = [local.dead_letter_arn]
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
