# The newest zip that the module landing_platform has uploaded, with its hash as metadata.
data "aws_s3_object" "loader" {
  bucket = "${var.bucket}-lambda"
  key    = "landing-loader.zip"
}
