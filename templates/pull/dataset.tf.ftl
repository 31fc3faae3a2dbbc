[#assign access = dataset.allowPush?string("read and written", "read")]
[#assign roles = (dataset.pullArns?size == 1)?string("1 role", dataset.pullArns?size + " roles")]
# s3://[=location]/: filled by [=users], [=access] by [=roles].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
[#include "../state_and_description.tf.ftl"]
module "pull_[=dataset.name]" {
  source = "[=modules]/pull"

  bucket            = "[=location]"
  allow_push        = [=dataset.allowPush]
  bucket_versioning = [=dataset.bucketVersioning]
  platform          = module.platform
[#if isClosed]
  closed            = true
[/#if]

  pull_arns = [
[#list dataset.pullArns as arn]
    "[=arn]",
[/#list]
  ]
[#if details.owner?? || details.contact??]

  labels = {
    owner   = [#if details.owner??]"[=details.owner]"[#else]null[/#if]
    contact = [#if details.contact??]"[=details.contact]"[#else]null[/#if]
  }
[/#if]
}
