# Rendered by exportctl from datasets/push/outcomes.yaml. Do not edit.

# s3://example-hub-exports/outcomes/: written by alpha_user_bo, moved to dne-362298108429-outcomes.
# Paperwork: https://example.org/dpia/outcomes
locals {
  push_outcomes = {
    target_bucket  = "dne-362298108429-outcomes"
    target_account = "362298108429"
    keep_files     = false
    kms_key_arn    = null
  }
}

# Former name: what was deployed under it is taken on by the next apply.
moved {
  from = module.push["results"]
  to   = module.push["outcomes"]
}
