output "bucket" {
  description = "Name of the bucket that the files lie in."
  value       = module.bucket.name
}

output "bucket_arn" {
  description = "ARN of the bucket that the files lie in."
  value       = module.bucket.arn
}
