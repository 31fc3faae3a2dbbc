# Rendered by exportctl from datasets/pull/. Do not edit.

output "pull_buckets" {
  description = "Buckets that the roles read."
  value = {
    "caseload" = module.pull_caseload.bucket
  }
}
