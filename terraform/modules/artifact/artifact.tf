locals {
  path   = lookup(var.paths, var.name, var.name)
  sha256 = filebase64sha256(local.path)
}

# Uploaded once for all datasets. Functions name the object's version, so that all of them change with the file.
resource "aws_s3_object" "this" {
  #checkov:skip=CKV_AWS_186:code without secrets, encrypted with SSE-S3 as the bucket says
  bucket      = var.bucket
  key         = var.name
  source      = local.path
  source_hash = local.sha256

  # Read by roots that look the object up and do not have the file. S3's own checksum of a multipart upload is not the
  # file's.
  metadata = {
    sha256 = local.sha256
  }
}
