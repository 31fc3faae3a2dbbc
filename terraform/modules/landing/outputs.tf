output "location" {
  description = "Folder that the service's extractor writes to."
  value       = "s3://${var.landing_platform.bucket}/${var.name}/"
}

output "role_arn" {
  description = "Role that the extractor takes for writing, or null while nobody may take it."
  value       = length(var.put_arns) > 0 ? local.extractor_arn : null
}

output "function_name" {
  description = "Function that checks and publishes extractions."
  value       = aws_lambda_function.function.function_name
}

output "queue_url" {
  description = "Queue with the manifests and parts that wait to be loaded."
  value       = aws_sqs_queue.queue.url
}

output "dead_letter_queue_url" {
  description = "Queue with the messages whose steps failed."
  value       = aws_sqs_queue.dead_letter.url
}

output "databases" {
  description = "Databases of the catalog: that of the newest extraction, and that of all."
  value = [
    aws_glue_catalog_database.newest.name,
    aws_glue_catalog_database.history.name,
  ]
}
