output "bucket" {
  description = "Bucket of raw files, uploads and config objects."
  value       = module.bucket.name
}

output "task_role_name" {
  description = "Role of the service, which reads the secrets of sources."
  value       = aws_iam_role.task.name
}

output "address" {
  description = "Name of the load balancer, to which the host of url has to point."
  value       = aws_lb.store.dns_name
}
