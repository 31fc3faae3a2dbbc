output "account_id" {
  value = var.account_id
}

output "region" {
  value = var.region
}

output "partition" {
  value = data.aws_partition.current.partition
}

output "export_bucket" {
  value = module.export_bucket.name
}

output "recovery_days" {
  value = var.recovery_days
}

output "lambda" {
  value = {
    bucket  = aws_s3_object.lambda_zip.bucket
    key     = aws_s3_object.lambda_zip.key
    version = aws_s3_object.lambda_zip.version_id
    sha256  = aws_s3_object.lambda_zip.source_hash
  }
}

output "alarm_topic_arn" {
  value = var.alarm_topic_arn
}
