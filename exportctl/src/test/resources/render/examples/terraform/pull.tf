# Rendered by exportctl from datasets/pull/. Do not edit.

output "pull_buckets" {
  description = "Buckets that the roles read."
  value = {
    "court_dashboard"    = module.pull_court_dashboard.bucket
    "probation_caseload" = module.pull_probation_caseload.bucket
  }
}
