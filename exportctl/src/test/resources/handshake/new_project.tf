# Permissions that the export push/new_project needs on the bucket target-bucket-name. Apply them once this role exists:
# arn:aws:iam::123456789012:role/service-role/export_new_project-move

# A bucket has one policy: name this document in source_policy_documents of the one that you have.
data "aws_iam_policy_document" "new_project_bucket" {
  statement {
    sid = "ExportsNewProject"
    actions = [
      "s3:PutObject",
      "s3:PutObjectAcl",
      "s3:PutObjectTagging",
    ]
    resources = [
      "arn:aws:s3:::target-bucket-name/new_project/*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/service-role/export_new_project-move"]
    }
  }
}

# To be added to the policy of the key arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab.
data "aws_iam_policy_document" "new_project_key" {
  statement {
    sid = "ExportsNewProject"
    actions = [
      "kms:Decrypt",
      "kms:GenerateDataKey",
    ]
    resources = [
      "*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/service-role/export_new_project-move"]
    }
  }
}

# Files come with the encryption aws:kms and this key: the bucket's policy must not demand another one, such as AES256 or
# aws:kms:dsse.
# The bucket must not be Requester Pays. Names of files may hold "../" and "//": check them before you use them as paths.

# Removes parts of large files that nobody completes. A bucket has one aws_s3_bucket_lifecycle_configuration: add this
# rule to the one that you have.
#
#   rule {
#     id     = "AbandonedUploadsNewProject"
#     status = "Enabled"
#
#     filter {
#       prefix = "new_project/"
#     }
#
#     abort_incomplete_multipart_upload {
#       days_after_initiation = 7
#     }
#   }
