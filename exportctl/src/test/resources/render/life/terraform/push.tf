# Rendered by exportctl from datasets/push/. Do not edit.

# The push datasets of this root module; the values of each are in its own file.
module "push" {
  source = "./modules/push"

  for_each = {
    "arrivals"   = local.push_arrivals
    "departures" = local.push_departures
    "outcomes"   = local.push_outcomes
  }

  name           = each.key
  target_bucket  = each.value.target_bucket
  target_account = each.value.target_account
  keep_files     = each.value.keep_files
  kms_key_arn    = each.value.kms_key_arn
  platform       = module.platform
  push_platform  = module.push_platform

  # Nobody gets in or out of these, and nothing is moved.
  closed = contains([
    "arrivals",
  ], each.key)

  labels = {
    "arrivals"   = local.push_arrivals_labels
    "departures" = local.push_departures_labels
    "outcomes"   = {}
  }[each.key]
}

output "push_role_arns" {
  description = "Roles that the receivers' buckets have to allow."
  value       = { for name, dataset in module.push : name => dataset.role_arn }
}
