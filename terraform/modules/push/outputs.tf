output "location" {
  description = "Folder in which analysts write this dataset's files."
  value       = "s3://${var.push_platform.export_bucket}/${var.name}/"
}

output "role_arn" {
  description = "Role that the receiver's bucket policy allows to write."
  value       = local.role_arn
}

output "function_name" {
  description = "Function that moves or copies the files."
  value       = aws_lambda_function.function.function_name
}

output "queue_url" {
  description = "Queue with the files that wait to be moved."
  value       = aws_sqs_queue.queue.url
}

output "dead_letter_queue_url" {
  description = "Queue with the files that could not be moved."
  value       = aws_sqs_queue.dead_letter.url
}
