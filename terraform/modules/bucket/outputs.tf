output "name" {
  description = "Name of the bucket, known after versioning is on: a file that is written earlier has no version."
  value       = aws_s3_bucket.this.bucket

  depends_on = [aws_s3_bucket_versioning.this]
}

output "arn" {
  description = "ARN of the bucket."
  value       = local.arn
}

output "policy" {
  description = "Policy of the bucket (JSON)."
  value       = aws_s3_bucket_policy.this.policy
}
