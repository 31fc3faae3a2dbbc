# Permissions that the export push/kept needs on the bucket example-kept. Apply them once this role exists:
# arn:aws:iam::123456789012:role/service-role/export_kept-copy

# A bucket has one policy: name this document in source_policy_documents of the one that you have.
data "aws_iam_policy_document" "kept_bucket" {
  statement {
    sid = "ExportsKept"
    actions = [
      "s3:PutObject",
      "s3:PutObjectAcl",
      "s3:PutObjectTagging",
    ]
    resources = [
      "arn:aws:s3:::example-kept/kept/*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/service-role/export_kept-copy"]
    }
  }
}

# Files come without an encryption header: the bucket's policy must not demand one, be it AES256 or aws:kms:dsse.
# The bucket must not be Requester Pays. Names of files may hold "../" and "//": check them before you use them as paths.

# Removes parts of large files that nobody completes. A bucket has one aws_s3_bucket_lifecycle_configuration: add this
# rule to the one that you have.
#
#   rule {
#     id     = "AbandonedUploadsKept"
#     status = "Enabled"
#
#     filter {
#       prefix = "kept/"
#     }
#
#     abort_incomplete_multipart_upload {
#       days_after_initiation = 7
#     }
#   }
