# The log of the service, whose lines are also its metrics.
resource "aws_cloudwatch_log_group" "store" {
  name              = local.log_group
  retention_in_days = 365
}
