# Rendered by exportctl from datasets/push/prison_arrivals.yaml. Do not edit.

# s3://example-hub-exports/prison_arrivals/: written by alpha_user_amira and 1 more, moved to example-arrivals-landing-prod.
# Paperwork: https://example.org/dpia/prison-arrivals
locals {
  push_prison_arrivals = {
    target_bucket  = "example-arrivals-landing-prod"
    target_account = "345678901234"
    keep_files     = false
    kms_key_arn    = null
  }
}
