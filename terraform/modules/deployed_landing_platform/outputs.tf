# Outputs of the module landing_platform, which this module replaces in a dataset's own root.

output "bucket" {
  description = "Bucket that services write extractions to."
  value       = var.bucket
}

output "curated_bucket" {
  description = "Bucket that holds the files of the tables."
  value       = var.curated_bucket
}

output "loader" {
  description = "Place of the functions' code: bucket, key, version, and the zip's SHA-256 in base64."
  value = {
    bucket  = data.aws_s3_object.loader.bucket
    key     = data.aws_s3_object.loader.key
    version = data.aws_s3_object.loader.version_id
    sha256  = data.aws_s3_object.loader.metadata["sha256"]
  }
}
