locals {
  path = lookup(var.paths, var.name, var.name)
}

# Uploaded once for all datasets. Functions name the object's version, so that all of them change with the file.
resource "aws_s3_object" "this" {
  #checkov:skip=CKV_AWS_186:code without secrets, encrypted with SSE-S3 as the bucket says
  bucket      = var.bucket
  key         = "${var.folder}${var.name}"
  source      = local.path
  source_hash = filebase64sha256(local.path)

  # Read by roots that look the object up and do not have the file. S3's own checksum of a multipart upload is not the
  # file's.
  metadata = {
    sha256 = filebase64sha256(local.path)
  }

  # An object takes 10 tags, everything else in AWS 50: the provider's default tags would be refused here.
  override_provider {
    default_tags {
      tags = {}
    }
  }

  # A validation of the variable paths would read the variable name, too.
  lifecycle {
    precondition {
      condition     = fileexists(local.path)
      error_message = "There is no file \"${local.path}\". Copy ${var.name} out of exportctl's folder lib, or its release, to the folder that terraform runs in, build it with \"mvn package\", or name another file in artifacts.auto.tfvars: artifacts = { \"${var.name}\" = \"PATH\" }"
    }
  }
}
