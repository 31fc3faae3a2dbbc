# An event can get lost, and history grows. Every hour the schedule sends the queue a message that has the function take up
# extractions without a verdict, tell the age of the newest, and delete what is over its days.
resource "aws_scheduler_schedule" "sweep" {
  #checkov:skip=CKV_AWS_297:the message holds no data, and EventBridge Scheduler encrypts it with a key of its own
  name        = local.schedule_name
  description = "Has ${local.function_name} look for extractions of ${var.name} that are not finished, and delete old history."

  schedule_expression = "rate(1 hour)"
  state               = var.closed ? "DISABLED" : "ENABLED"

  # Spreads the datasets over the hour.
  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 15
  }

  target {
    arn      = local.queue_arn
    role_arn = local.sweep_role_arn
    input    = jsonencode({ sweep = {} })

    # A message that could not be sent within the hour is replaced by the next one.
    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 60
    }
  }

  # Scheduler assumes the role when the schedule is created.
  depends_on = [
    aws_iam_role_policy.sweep,
    aws_sqs_queue.queue,
  ]
}

# Sends that message and can do nothing else.
resource "aws_iam_role" "sweep" {
  name               = local.sweep_role_name
  path               = "/service-role/"
  description        = "Has ${local.function_name} look for extractions that are not finished, and delete old history."
  assume_role_policy = data.aws_iam_policy_document.assume_sweep_role.minified_json

  force_detach_policies = true

  tags = local.tags
}

# Scheduler names the group of schedules that it acts for, never a single one:
# https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
data "aws_iam_policy_document" "assume_sweep_role" {
  statement {
    sid     = "SchedulerRuns"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [local.schedule_group_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.platform.account_id]
    }
  }
}

resource "aws_iam_role_policy" "sweep" {
  name   = local.sweep_role_name
  role   = aws_iam_role.sweep.name
  policy = data.aws_iam_policy_document.sweep.minified_json
}

data "aws_iam_policy_document" "sweep" {
  statement {
    sid       = "StartSweep"
    actions   = ["sqs:SendMessage"]
    resources = [local.queue_arn]
  }
}
