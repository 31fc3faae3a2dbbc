# A job that failed, or that could not be started.
resource "aws_cloudwatch_metric_alarm" "dead_letters" {
  alarm_name        = local.dead_letter_name
  alarm_description = "A job for ${var.name} failed or could not be started. ${local.dead_letter_name} names it; the newest file in s3://${var.collection_platform.warehouse_bucket}/runs/${var.name}/ and the log ${local.log_group_name} say why.${local.people}"
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

# No date was ingested for two days, whatever the reason; silence counts. A new dataset's begins as an alarm, which ends
# with its first date.
resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name        = "${local.application_name}-silent"
  alarm_description = "No date of ${var.name} was ingested for two days. The newest file in s3://${var.collection_platform.warehouse_bucket}/runs/${var.name}/ and the log ${local.log_group_name} say why.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "completed"
  dimensions  = { dataset = var.name }
  statistic   = "Sum"
  period      = 86400

  comparison_operator = "LessThanThreshold"
  threshold           = 1
  evaluation_periods  = 2
  treat_missing_data  = "breaching"

  tags = local.tags
}
