data "aws_partition" "current" {}

# The newest zip that the module platform has put there. It writes the hash beside it: S3's own checksum of a large file
# is one of its parts.
data "aws_s3_object" "lambda_zip" {
  bucket = "${var.export_bucket}-lambda"
  key    = "export-lambda.zip"
}
