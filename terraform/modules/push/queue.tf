# Files that wait to be moved. A file that the target refuses is tried 30 times, over some six hours as the function's
# pauses grow, before its message goes to the dead-letter queue; the file itself stays in the export bucket.
resource "aws_sqs_queue" "queue" {
  name   = local.queue_name
  policy = data.aws_iam_policy_document.queue.minified_json

  # Six times the function's timeout, as AWS recommends.
  visibility_timeout_seconds = 6 * local.timeout_seconds
  message_retention_seconds  = local.retention_seconds
  sqs_managed_sse_enabled    = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = local.dead_letter_arn
    maxReceiveCount     = 30
  })

  tags = local.tags

  depends_on = [aws_sqs_queue.dead_letter]
}

# Files that could not be moved, until somebody looks (docs/deploying.md). The function also sends messages here that
# cannot succeed.
resource "aws_sqs_queue" "dead_letter" {
  name   = local.dead_letter_name
  policy = data.aws_iam_policy_document.dead_letter.minified_json

  message_retention_seconds = local.retention_seconds
  sqs_managed_sse_enabled   = true

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [local.queue_arn]
  })

  tags = local.tags
}

locals {
  retention_seconds = 14 * 24 * 60 * 60
}

# The dataset's own rule may send, and nobody may do anything without TLS. The function and the sweep's schedule belong
# to this account: their roles' policies let them send.
data "aws_iam_policy_document" "queue" {
  statement {
    sid       = "RuleSends"
    actions   = ["sqs:SendMessage"]
    resources = [local.queue_arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [local.rule_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.platform.account_id]
    }
  }

  statement {
    sid       = "DenyWithoutTls"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [local.queue_arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

data "aws_iam_policy_document" "dead_letter" {
  statement {
    sid       = "DenyWithoutTls"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [local.dead_letter_arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
