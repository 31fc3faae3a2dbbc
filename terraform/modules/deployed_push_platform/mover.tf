# The newest zip that the module push_platform has uploaded, with its hash as metadata.
data "aws_s3_object" "mover" {
  bucket = "${var.export_bucket}-lambda"
  key    = "export-lambda.zip"
}
