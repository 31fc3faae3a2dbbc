output "bucket" {
  description = "Name of the bucket that holds the files."
  value       = module.bucket.name
}

output "bucket_arn" {
  description = "ARN of the bucket that holds the files."
  value       = module.bucket.arn
}
