# An extraction that was refused. This is an event rather than a state: that five minutes brought no other refusal does not
# make the tables new, so its end is told to nobody.
resource "aws_cloudwatch_metric_alarm" "refused" {
  alarm_name        = "${local.queue_name}-refused"
  alarm_description = "An extraction of ${var.name} was refused; its tables are as they were. The newest file in s3://${var.landing_platform.bucket}/${var.name}/results/ says why.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "refused"
  dimensions  = { dataset = var.name }
  statistic   = "Sum"
  period      = 300

  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"

  tags = local.tags
}

# Tables that are too old, whatever the reason: no extraction came, or none was published. Every hour the sweep tells the
# age. When it falls silent, that is told as well: the alarm has no data then. A new dataset's begins without data, and that
# is told to nobody.
resource "aws_cloudwatch_metric_alarm" "stale" {
  alarm_name                = "${local.queue_name}-stale"
  alarm_description         = "The newest extraction of ${var.name} that was published is over ${var.max_age_hours} hours old. Without data: the hourly sweep does not run.${local.people}"
  actions_enabled           = !var.closed
  alarm_actions             = compact([var.platform.alarm_topic_arn])
  ok_actions                = compact([var.platform.alarm_topic_arn])
  insufficient_data_actions = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "age"
  dimensions  = { dataset = var.name }
  statistic   = "Maximum"
  period      = 3600

  # The sweeps' hours are not the clock's: one of three may be without, or have two.
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.max_age_hours * 3600
  evaluation_periods  = 3
  datapoints_to_alarm = 1
  treat_missing_data  = "missing"

  tags = local.tags
}

# Extractions that arrived and are neither published nor refused. A lost event shows in one sweep and is made good by it; two
# of three sweeps mean that loading fails, or takes very long.
resource "aws_cloudwatch_metric_alarm" "failing" {
  alarm_name        = "${local.queue_name}-failing"
  alarm_description = "An extraction of ${var.name} has been neither published nor refused for over an hour. The log of ${local.function_name} says why; it is tried again.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "unfinished"
  dimensions  = { dataset = var.name }
  statistic   = "Maximum"
  period      = 3600

  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  treat_missing_data  = "notBreaching"

  tags = local.tags
}

# A step that failed five times.
resource "aws_cloudwatch_metric_alarm" "dead_letters" {
  alarm_name        = local.dead_letter_name
  alarm_description = "A step of loading ${var.name} failed five times. ${local.dead_letter_name} names it, and the log of ${local.function_name} says why.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "AWS/SQS"
  metric_name = "ApproximateNumberOfMessagesVisible"
  dimensions  = { QueueName = aws_sqs_queue.dead_letter.name }
  statistic   = "Maximum"
  period      = 300

  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"

  tags = local.tags
}

# Messages that nothing takes on: the function is throttled, broken or cut off from its queue. A step that failed once waits
# 90 minutes for its next try, which is no alarm; AWS leaves a message that was received three times out of this metric.
resource "aws_cloudwatch_metric_alarm" "oldest_message" {
  alarm_name        = "${local.queue_name}-oldest-message"
  alarm_description = "A step of loading ${var.name} has waited for over two hours.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "AWS/SQS"
  metric_name = "ApproximateAgeOfOldestMessage"
  dimensions  = { QueueName = aws_sqs_queue.queue.name }
  statistic   = "Maximum"
  period      = 300

  comparison_operator = "GreaterThanThreshold"
  threshold           = 7200
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"

  tags = local.tags
}
