# s3://[=location]/: filled by [=dataset.users[0]][#if dataset.users?size > 1] and [=dataset.users?size - 1] more[/#if], read[#if dataset.allowPush] and written[/#if] by [=dataset.pullArns?size] role[#if dataset.pullArns?size > 1]s[/#if].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
module "pull_[=dataset.name]" {
  source = "[=modules]/pull"

  bucket            = "[=location]"
  allow_push        = [=dataset.allowPush]
  bucket_versioning = [=dataset.bucketVersioning]
  platform          = module.platform

  pull_arns = [
[#list dataset.pullArns as arn]
    "[=arn]",
[/#list]
  ]
}
