# The newest zip that the module push_platform has uploaded, with the hash that it wrote beside it.
data "aws_s3_object" "mover" {
  bucket = "${var.export_bucket}-lambda"
  key    = "export-lambda.zip"
}
