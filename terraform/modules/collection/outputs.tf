output "role_arn" {
  description = "Role of the job, which the owner of the source bucket lets read."
  value       = local.job_role_arn
}

output "application_id" {
  description = "Application of EMR Serverless that the jobs run on."
  value       = aws_emrserverless_application.this.id
}

output "dead_letter_queue_url" {
  description = "Queue with the jobs that failed or could not be started."
  value       = aws_sqs_queue.dead_letter.url
}

output "log_group_name" {
  description = "Log group of the jobs."
  value       = aws_cloudwatch_log_group.job.name
}
