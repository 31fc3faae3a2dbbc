# Data that are too old, whatever the reason. Every five minutes the service tells the age of each source; its silence is an
# alarm of the platform's.
resource "aws_cloudwatch_metric_alarm" "stale" {
  count = var.stale_after_hours == null ? 0 : 1

  alarm_name        = "source_${var.name}-stale"
  alarm_description = "The newest load of ${var.name} is over ${var.stale_after_hours} hours old. \"store status ${var.name}\" and the log of the data store say why.${local.people}"
  actions_enabled   = !var.closed
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "seconds_since_good_load"
  dimensions  = { dataset = var.name }
  statistic   = "Maximum"
  period      = 900

  comparison_operator = "GreaterThanThreshold"
  threshold           = var.stale_after_hours * 3600
  evaluation_periods  = 2
  treat_missing_data  = "ignore"

  tags = local.tags
}
