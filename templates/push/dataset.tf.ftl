[#assign movement = dataset.keepFiles?string("copied", "moved")]
# s3://[=platform.exportBucket]/[=dataset.name]/: written by [=users], [=movement] to [=dataset.bucket].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
[#include "../state_and_description.tf.ftl"]
locals {
  push_[=dataset.name] = {
    target_bucket  = "[=dataset.bucket]"
    target_account = [#if dataset.account??]"[=dataset.account]"[#else]null[/#if]
    keep_files     = [=dataset.keepFiles]
    kms_key_arn    = [#if dataset.kmsKeyArn??]"[=dataset.kmsKeyArn]"[#else]null[/#if]
  }
}
[#include "../labels.tf.ftl"]
[#include "../moved.tf.ftl"]
