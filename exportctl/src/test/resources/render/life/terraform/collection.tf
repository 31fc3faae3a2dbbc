# Rendered by exportctl from datasets/collection/. Do not edit.

# The collection datasets of this root module; the values of each are in its own file.
module "collection" {
  source = "./modules/collection"

  for_each = {
    "claims" = local.collection_claims
  }

  name                = each.key
  job                 = each.value.job
  source_bucket       = each.value.source_bucket
  source_prefix       = each.value.source_prefix
  source_kms_key_arn  = each.value.source_kms_key_arn
  daily_at            = each.value.daily_at
  time_zone           = each.value.time_zone
  maximum_vcpu        = each.value.maximum_vcpu
  platform            = module.platform
  collection_platform = module.collection_platform

  # Nobody gets in or out of these, and nothing is moved.
  closed = contains([
    "claims",
  ], each.key)

  labels = {
    "claims" = local.collection_claims_labels
  }[each.key]
}

output "collection_role_arns" {
  description = "Roles of the jobs, which the owners of the source buckets let read."
  value       = { for name, dataset in module.collection : name => dataset.role_arn }
}
