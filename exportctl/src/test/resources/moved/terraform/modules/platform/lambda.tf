# The code that moves the files lies here, for the functions of all push datasets.
module "lambda_bucket" {
  source = "../bucket"

  name          = "${var.export_bucket}-lambda"
  partition     = data.aws_partition.current.partition
  versioning    = true
  recovery_days = var.recovery_days
}

# Uploaded once. Functions name the version, so that all change together when the zip does.
resource "aws_s3_object" "lambda_zip" {
  #checkov:skip=CKV_AWS_186:code without secrets, encrypted with SSE-S3 as the bucket says
  bucket      = module.lambda_bucket.name
  key         = "export-lambda.zip"
  source      = var.lambda_zip
  source_hash = filebase64sha256(var.lambda_zip)

  # For the module deployed_platform, which does not have the zip.
  metadata = {
    sha256 = filebase64sha256(var.lambda_zip)
  }
}
