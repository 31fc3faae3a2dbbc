# Rendered by exportctl from datasets/pull/. Do not edit.

output "pull_buckets" {
  description = "Buckets that the roles read."
  value = {
    "a" = module.pull_a.bucket
  }
}
