output "account_id" {
  description = "Account that all resources belong to."
  value       = var.account_id
}

output "region" {
  description = "Region of all resources."
  value       = var.region
}

output "partition" {
  description = "AWS partition of the Region."
  value       = data.aws_partition.current.partition
}

output "recovery_days" {
  description = "Days for which an old version of a file is kept."
  value       = var.recovery_days
}

output "alarm_topic_arn" {
  description = "SNS topic that alarms go to, or null."
  value       = var.alarm_topic_arn
}
