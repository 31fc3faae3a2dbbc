# Rendered by exportctl from datasets/push/. Do not edit.

# The push datasets of this root module; the values of each are in its own file.
module "push" {
  source = "./modules/push"

  for_each = {
    "a"                                                    = local.push_a
    "a23456789_123456789_123456789_123456789_123456789_12" = local.push_a23456789_123456789_123456789_123456789_123456789_12
  }

  name           = each.key
  target_bucket  = each.value.target_bucket
  target_account = each.value.target_account
  keep_files     = each.value.keep_files
  kms_key_arn    = each.value.kms_key_arn
  platform       = module.platform
  push_platform  = module.push_platform
}

output "push_role_arns" {
  description = "Roles that the receivers' buckets have to allow."
  value       = { for name, dataset in module.push : name => dataset.role_arn }
}
