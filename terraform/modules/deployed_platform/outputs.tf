# The same as those of the module platform, so that either can stand for the other.

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
  value       = var.export_bucket
}

output "recovery_days" {
  description = "Days for which an old version of a file is kept."
  value       = var.recovery_days
}

output "lambda" {
  description = "Where the code of the functions lies: bucket, key, version, and the zip's SHA-256 in base64."
  value = {
    bucket  = data.aws_s3_object.lambda_zip.bucket
    key     = data.aws_s3_object.lambda_zip.key
    version = data.aws_s3_object.lambda_zip.version_id
    sha256  = data.aws_s3_object.lambda_zip.metadata["sha256"]
  }
}

output "alarm_topic_arn" {
  description = "SNS topic that alarms go to, or null."
  value       = var.alarm_topic_arn
}
