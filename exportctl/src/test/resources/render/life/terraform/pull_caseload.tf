# Rendered by exportctl from datasets/pull/caseload.yaml. Do not edit.

# s3://example-caseload/: filled by alpha_user_amira, read by 1 role.
# Paperwork: https://example.org/dpia/caseload
# Retired: nobody gets in or out, and nothing is moved.
module "pull_caseload" {
  source = "./modules/pull"

  bucket            = "example-caseload"
  allow_push        = false
  bucket_versioning = false
  platform          = module.platform
  closed            = true

  pull_arns = [
    "arn:aws:iam::362298108429:role/caseload-reader",
  ]

  labels = {
    owner   = "Probation data team"
    contact = null
  }
}
