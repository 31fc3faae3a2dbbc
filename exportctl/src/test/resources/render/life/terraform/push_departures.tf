# Rendered by exportctl from datasets/push/departures.yaml. Do not edit.

# s3://example-hub-exports/departures/: written by alpha_user_bo, moved to dne-362298108429-departures.
# Paperwork: https://example.org/dpia/departures
locals {
  push_departures = {
    target_bucket  = "dne-362298108429-departures"
    target_account = "362298108429"
    keep_files     = false
    kms_key_arn    = null
  }
}

locals {
  push_departures_labels = {
    owner   = null
    contact = "https://example.org/teams/prison-data"
  }
}
