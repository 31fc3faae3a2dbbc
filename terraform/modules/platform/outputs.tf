output "account_id" {
  description = "Account that everything lives in."
  value       = var.account_id
}

output "region" {
  description = "Region that everything lives in."
  value       = var.region
}

output "partition" {
  description = "AWS partition that everything lives in."
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
