# s3://[=platform.exportBucket]/[=dataset.name]/: written by [=dataset.users[0]][#if dataset.users?size > 1] and [=dataset.users?size - 1] more[/#if], [#if dataset.keepFiles]copied[#else]moved[/#if] to [=dataset.bucket].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
module "push_[=dataset.name]" {
  source = "./modules/push"

  name          = "[=dataset.name]"
  target_bucket = "[=dataset.bucket]"
  keep_files    = [=dataset.keepFiles]
  kms_key_arn   = [#if dataset.kmsKeyArn.isPresent()]"[=dataset.kmsKeyArn.get()]"[#else]null[/#if]
  platform      = module.platform
}

output "push_[=dataset.name]_role_arn" {
  description = "The role that [=dataset.bucket] has to let in."
  value       = module.push_[=dataset.name].role_arn
}
