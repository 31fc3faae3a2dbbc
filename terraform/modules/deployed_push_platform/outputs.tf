# Outputs of the module push_platform, which this module replaces in a dataset's own root.

output "export_bucket" {
  description = "Bucket that analysts write files to."
  value       = var.export_bucket
}

output "mover" {
  description = "Place of the functions' code: bucket, key, version, and the zip's SHA-256 in base64."
  value = {
    bucket  = data.aws_s3_object.mover.bucket
    key     = data.aws_s3_object.mover.key
    version = data.aws_s3_object.mover.version_id
    sha256  = data.aws_s3_object.mover.metadata["sha256"]
  }
}
