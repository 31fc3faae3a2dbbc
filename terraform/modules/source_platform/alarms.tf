# A load or a fetch that failed; the old data stay.
resource "aws_cloudwatch_metric_alarm" "failed_loads" {
  alarm_name        = "${local.name}-failed-loads"
  alarm_description = "A load failed; its data are as they were. \"store status\" and the log /exportctl/store say why."
  alarm_actions     = compact([var.platform.alarm_topic_arn])

  namespace   = "exportctl"
  metric_name = "failed_loads"
  statistic   = "Sum"
  period      = 300

  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name        = "${local.name}-errors"
  alarm_description = "The data store answered requests with errors of its own. The log /exportctl/store says why."
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "AWS/ApplicationELB"
  metric_name = "HTTPCode_Target_5XX_Count"
  dimensions  = { LoadBalancer = aws_lb.store.arn_suffix }
  statistic   = "Sum"
  period      = 300

  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
}

# No task is healthy, whatever the reason; silence counts.
resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name        = "${local.name}-silent"
  alarm_description = "No task of the data store is healthy. The events of the service ${local.name} and the log /exportctl/store say why."
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "AWS/ApplicationELB"
  metric_name = "HealthyHostCount"
  statistic   = "Minimum"
  period      = 60

  dimensions = {
    LoadBalancer = aws_lb.store.arn_suffix
    TargetGroup  = aws_lb_target_group.store.arn_suffix
  }

  comparison_operator = "LessThanThreshold"
  threshold           = 1
  evaluation_periods  = 5
  treat_missing_data  = "breaching"
}

resource "aws_cloudwatch_metric_alarm" "storage" {
  alarm_name        = "${local.name}-storage"
  alarm_description = "The database of the data store has less than a tenth of its first storage left."
  alarm_actions     = compact([var.platform.alarm_topic_arn])
  ok_actions        = compact([var.platform.alarm_topic_arn])

  namespace   = "AWS/RDS"
  metric_name = "FreeStorageSpace"
  dimensions  = { DBInstanceIdentifier = aws_db_instance.store.identifier }
  statistic   = "Minimum"
  period      = 300

  comparison_operator = "LessThanThreshold"
  threshold           = var.storage_gb * 100 * 1024 * 1024
  evaluation_periods  = 3
  treat_missing_data  = "missing"
}
