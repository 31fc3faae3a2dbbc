# Rendered by exportctl from datasets/push/a.yaml. Do not edit.

# s3://exports.example.org/a/: written by alpha_user_+= and 1 more, moved to a.b.
# Paperwork: https://paperwork.test/?a=$%7Bb%7D&c='d'#e
locals {
  push_a = {
    target_bucket  = "a.b"
    target_account = null
    keep_files     = false
    kms_key_arn    = null
  }
}
