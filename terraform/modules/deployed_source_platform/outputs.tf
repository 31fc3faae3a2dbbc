# Outputs of the module source_platform, which this module replaces in a dataset's own root.

output "bucket" {
  description = "Bucket of raw files, uploads and config objects."
  value       = var.bucket
}

output "task_role_name" {
  description = "Role of the service, which reads the secrets of sources."
  value       = data.aws_iam_role.task.name
}
