# Jobs that could not be started, and runs that failed, until somebody looks (docs/deploying.md).
resource "aws_sqs_queue" "dead_letter" {
  name   = local.dead_letter_name
  policy = data.aws_iam_policy_document.dead_letter.minified_json

  message_retention_seconds = 14 * 24 * 60 * 60
  sqs_managed_sse_enabled   = true

  tags = local.tags
}

# The rule of this application may send, and nobody may do anything without TLS. The schedules belong to this account:
# their role's policy lets them send.
data "aws_iam_policy_document" "dead_letter" {
  statement {
    sid       = "RuleSends"
    actions   = ["sqs:SendMessage"]
    resources = [local.dead_letter_arn]

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

# A run that failed after its tries, or was cancelled because it took too long.
resource "aws_cloudwatch_event_rule" "failed" {
  name        = local.application_name
  description = "Jobs of ${local.application_name} that failed or were cancelled."

  event_pattern = jsonencode({
    source        = ["aws.emr-serverless"]
    "detail-type" = ["EMR Serverless Job Run State Change"]
    detail = {
      applicationId = [aws_emrserverless_application.this.id]
      state         = ["CANCELLED", "FAILED"]
    }
  })

  tags = local.tags
}

resource "aws_cloudwatch_event_target" "dead_letter" {
  rule = aws_cloudwatch_event_rule.failed.name
  arn  = aws_sqs_queue.dead_letter.arn
}
