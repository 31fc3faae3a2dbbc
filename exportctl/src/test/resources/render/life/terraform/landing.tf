# Rendered by exportctl from datasets/landing/. Do not edit.

# The landing datasets of this root module; the values of each are in its own file.
module "landing" {
  source = "./modules/landing"

  for_each = {
    "notes_prod" = local.landing_notes_prod
  }

  name             = each.key
  put_arns         = each.value.put_arns
  exclude_tables   = each.value.exclude_tables
  exclude_columns  = each.value.exclude_columns
  hash_columns     = each.value.hash_columns
  schema_contract  = each.value.schema_contract
  history_days     = each.value.history_days
  max_age_hours    = each.value.max_age_hours
  platform         = module.platform
  landing_platform = module.landing_platform

  # Nobody gets in or out of these, and nothing is moved.
  closed = contains([
    "notes_prod",
  ], each.key)
}

output "landing_role_arns" {
  description = "Roles that the services' jobs take to put extractions; null for a dataset without put_arns."
  value       = { for name, dataset in module.landing : name => dataset.role_arn }
}
