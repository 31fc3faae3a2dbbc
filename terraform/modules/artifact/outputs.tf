output "object" {
  description = "Place of the uploaded file: bucket, key, version, and the file's SHA-256 in base64."
  value = {
    bucket  = aws_s3_object.this.bucket
    key     = aws_s3_object.this.key
    version = aws_s3_object.this.version_id
    sha256  = aws_s3_object.this.source_hash
  }
}
