output "account_id" {
  description = "Account that everything lives in."
  value       = var.account_id
}

output "region" {
  description = "Region that everything lives in."
  value       = var.region
}

output "partition" {
  description = "AWS partition that everything lives in."
  value       = data.aws_partition.current.partition
}

output "export_bucket" {
  description = "Bucket that analysts write files to."
  value       = module.export_bucket.name
}

output "recovery_days" {
  description = "Days for which an old version of a file is kept."
  value       = var.recovery_days
}

output "lambda" {
  description = "Where the code of the functions lies: bucket, key, version, and the zip's SHA-256 in base64."
  value = {
    bucket  = aws_s3_object.lambda_zip.bucket
    key     = aws_s3_object.lambda_zip.key
    version = aws_s3_object.lambda_zip.version_id
    sha256  = aws_s3_object.lambda_zip.source_hash
  }
}

output "alarm_topic_arn" {
  description = "SNS topic that alarms go to, or null."
  value       = var.alarm_topic_arn
}
