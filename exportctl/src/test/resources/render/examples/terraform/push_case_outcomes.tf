# Rendered by exportctl from datasets/push/case_outcomes.yaml. Do not edit.

# s3://example-hub-exports/case_outcomes/: written by alpha_user_bo, copied to example-research-hub-intake.
# Paperwork: https://example.org/dpia/case-outcomes
# Paperwork: https://example.org/data-sharing/research-hub
locals {
  push_case_outcomes = {
    target_bucket  = "example-research-hub-intake"
    target_account = "210987654321"
    keep_files     = true
    kms_key_arn    = "arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}
