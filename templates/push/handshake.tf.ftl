[#assign role = asks[0].statements[0].principal]
# Permissions that the export push/[=dataset.name] needs on the bucket [=location]. Apply them once this role exists:
# [=role]

[#list asks as ask]
[#if ask.policy == "bucketPolicy"]
# A bucket has one policy: name this document in source_policy_documents of the one that you have.
[#assign label = "bucket"]
[#else]
# To be added to the policy of the key [=ask.of].
[#assign label = "key"]
[/#if]
data "aws_iam_policy_document" "[=dataset.name]_[=label]" {
[#list ask.statements as statement]
  statement {
    sid = "[=statement.sid]"
    actions = [
[#list statement.actions as action]
      "[=action]",
[/#list]
    ]
    resources = [
      "[=statement.resource]",
    ]

    principals {
      type        = "AWS"
      identifiers = ["[=role]"]
    }
  }
[/#list]
}

[/#list]
[#if dataset.kmsKeyArn??]
# Files come with the encryption aws:kms and this key: the bucket's policy must not demand another one, such as AES256 or
# aws:kms:dsse.
[#else]
# Files come without an encryption header: the bucket's policy must not demand one, be it AES256 or aws:kms:dsse.
[/#if]
# The bucket must not be Requester Pays. Names of files may hold "../" and "//": check them before you use them as paths.

# Removes parts of large files that nobody completes. A bucket has one aws_s3_bucket_lifecycle_configuration: add this
# rule to the one that you have.
#
#   rule {
#     id     = "[=uploads.ruleId]"
#     status = "Enabled"
#
#     filter {
#       prefix = "[=uploads.prefix]"
#     }
#
#     abort_incomplete_multipart_upload {
#       days_after_initiation = [=uploads.days]
#     }
#   }
