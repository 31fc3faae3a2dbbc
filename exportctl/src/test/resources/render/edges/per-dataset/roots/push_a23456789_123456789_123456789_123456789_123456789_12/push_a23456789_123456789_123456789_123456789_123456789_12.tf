# Rendered by exportctl from datasets/push/a23456789_123456789_123456789_123456789_123456789_12.yaml. Do not edit.

# s3://exports.example.org/a23456789_123456789_123456789_123456789_123456789_12/: written by alpha_user_.@-, copied to x23456789-123456789-123456789-123456789-123456789-123456789-123.
# Paperwork: https://b.paperwork.test
# Paperwork: https://a.paperwork.test
locals {
  push_a23456789_123456789_123456789_123456789_123456789_12 = {
    target_bucket  = "x23456789-123456789-123456789-123456789-123456789-123456789-123"
    target_account = "012345678901"
    keep_files     = true
    kms_key_arn    = "arn:aws-us-gov:kms:us-gov-west-1:012345678901:key/mrk-1234567890abcdef1234567890abcdef"
  }
}
