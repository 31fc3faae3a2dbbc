[#assign movement = dataset.keepFiles?string("copied", "moved")]
# s3://[=platform.exportBucket]/[=dataset.name]/: written by [=users], [=movement] to [=dataset.bucket].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
locals {
  push_[=dataset.name] = {
    target_bucket  = "[=dataset.bucket]"
    target_account = [#if dataset.account??]"[=dataset.account]"[#else]null[/#if]
    keep_files     = [=dataset.keepFiles]
    kms_key_arn    = [#if dataset.kmsKeyArn??]"[=dataset.kmsKeyArn]"[#else]null[/#if]
  }
}
