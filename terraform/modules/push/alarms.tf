# A file that is not tried again.
resource "aws_cloudwatch_metric_alarm" "dead_letters" {
  alarm_name        = local.dead_letter_name
  alarm_description = "Files of ${var.name} could not be exported to ${var.target_bucket}. They are still in ${var.push_platform.export_bucket}; ${local.dead_letter_name} names them.${local.people}"
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

# A target that refuses files, hours before they become dead letters. The function counts its failures and waits at most
# 18 minutes before it tries again, so an hour in which nothing failed for 20 minutes is no alarm.
resource "aws_cloudwatch_metric_alarm" "failing" {
  alarm_name        = "${local.queue_name}-failing"
  alarm_description = "Files of ${var.name} have failed to reach ${var.target_bucket} for an hour. The log of ${local.function_name} says why; they are tried again.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "failed"
  dimensions  = { dataset = var.name }
  statistic   = "Sum"
  period      = 1200

  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 3
  treat_missing_data  = "notBreaching"

  tags = local.tags
}

# A copy whose checksum differs from the file's. The file stays and is copied again, but somebody should look at once.
resource "aws_cloudwatch_metric_alarm" "corrupted" {
  alarm_name        = "${local.queue_name}-corrupted"
  alarm_description = "A file of ${var.name} reached ${var.target_bucket} with another checksum. The log of ${local.function_name} names it; it is copied again.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "corrupted"
  dimensions  = { dataset = var.name }
  statistic   = "Sum"
  period      = 300

  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"

  tags = local.tags
}

# Files that nothing takes on: the function is throttled, broken or cut off from its queue. A target that refuses files
# does not show here, since AWS leaves a message that was received three times out of this metric.
resource "aws_cloudwatch_metric_alarm" "oldest_message" {
  alarm_name        = "${local.queue_name}-oldest-message"
  alarm_description = "A file of ${var.name} has waited for over an hour to be exported to ${var.target_bucket}.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "AWS/SQS"
  metric_name = "ApproximateAgeOfOldestMessage"
  dimensions  = { QueueName = aws_sqs_queue.queue.name }
  statistic   = "Maximum"
  period      = 300

  comparison_operator = "GreaterThanThreshold"
  threshold           = 3600
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"

  tags = local.tags
}

# Files that no event, no hint and no redrive has moved in three hours, whatever the reason; an event rule that is dead
# shows here first. Every hour the sweep tells the age of the oldest. When it falls silent, that is told as well: the
# alarm has no data then. A new dataset's begins without data, and that is told to nobody.
resource "aws_cloudwatch_metric_alarm" "oldest_file" {
  alarm_name                = "${local.queue_name}-oldest-file"
  alarm_description         = "A file of ${var.name} has lain in ${var.push_platform.export_bucket} for over three hours and is not at ${var.target_bucket}. Without data: the hourly sweep does not run.${local.people}"
  actions_enabled           = !var.closed
  alarm_actions             = compact([var.platform.alarm_topic_arn])
  ok_actions                = compact([var.platform.alarm_topic_arn])
  insufficient_data_actions = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "oldest_age"
  dimensions  = { dataset = var.name }
  statistic   = "Maximum"
  period      = 3600

  # The sweeps' hours are not the clock's: one of three may be without, or have two.
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10800
  evaluation_periods  = 3
  datapoints_to_alarm = 1
  treat_missing_data  = "missing"

  tags = local.tags
}
