output "name" {
  description = "Name of the bucket, once it keeps versions: a file that is written before has none."
  value       = aws_s3_bucket.this.bucket

  depends_on = [aws_s3_bucket_versioning.this]
}

output "arn" {
  description = "ARN of the bucket."
  value       = local.arn
}

output "policy" {
  description = "The bucket's policy (JSON)."
  value       = aws_s3_bucket_policy.this.policy
}
