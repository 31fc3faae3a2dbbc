locals {
  path   = lookup(var.paths, var.name, var.name)
  sha256 = filebase64sha256(local.path)
}

# Uploaded once. Each program names the version, so that all of them change together when the file does.
resource "aws_s3_object" "this" {
  #checkov:skip=CKV_AWS_186:code without secrets, encrypted with SSE-S3 as the bucket says
  bucket      = var.bucket
  key         = var.name
  source      = local.path
  source_hash = local.sha256

  # For roots that look the object up and do not have the file. S3's own checksum of a large file is a checksum of its
  # parts' checksums.
  metadata = {
    sha256 = local.sha256
  }
}
