# The push datasets of this root module; the values of each are in its own file.
module "push" {
  source = "[=modules]/push"

  for_each = {
[#list datasets as dataset]
    "[=dataset.key]"[=dataset.padding] = local.[=dataset.value]
[/#list]
  }

  name           = each.key
  target_bucket  = each.value.target_bucket
  target_account = each.value.target_account
  keep_files     = each.value.keep_files
  kms_key_arn    = each.value.kms_key_arn
  platform       = module.platform
  push_platform  = module.push_platform
[#include "../closed_and_labels.tf.ftl"]
}

output "push_role_arns" {
  description = "Roles that the receivers' buckets have to allow."
  value       = { for name, dataset in module.push : name => dataset.role_arn }
}
