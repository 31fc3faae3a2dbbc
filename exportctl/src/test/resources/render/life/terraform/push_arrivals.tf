# Rendered by exportctl from datasets/push/arrivals.yaml. Do not edit.

# s3://example-hub-exports/arrivals/: written by alpha_user_amira and 1 more, moved to dne-362298108429-prearrivals.
# Paperwork: https://example.org/dpia/arrivals
# Arrivals of the last day, for the resettlement team's \"morning list\"
# Suspended: nobody gets in or out, and nothing is moved.
locals {
  push_arrivals = {
    target_bucket  = "dne-362298108429-prearrivals"
    target_account = "362298108429"
    keep_files     = false
    kms_key_arn    = null
  }
}

locals {
  push_arrivals_labels = {
    owner   = "Tîm data carchardai"
    contact = "prison-data@example.org"
  }
}
