# s3://[=platform.exportBucket]/[=dataset.name]/: written by [=dataset.users[0]][#if dataset.users?size > 1] and [=dataset.users?size - 1] more[/#if], [#if dataset.keepFiles]copied[#else]moved[/#if] to [=dataset.bucket].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
locals {
  push_[=dataset.name] = {
    target_bucket = "[=dataset.bucket]"
    keep_files    = [=dataset.keepFiles]
    kms_key_arn   = [#if dataset.kmsKeyArn??]"[=dataset.kmsKeyArn]"[#else]null[/#if]
  }
}
