# Rendered by exportctl from datasets/pull/probation_caseload.yaml. Do not edit.

# s3://example-probation-caseload/: filled by alpha_user_bo and 1 more, read and written by 1 role.
# Paperwork: https://example.org/dpia/probation-caseload
module "pull_probation_caseload" {
  source = "./modules/pull"

  bucket            = "example-probation-caseload"
  allow_push        = true
  bucket_versioning = true
  platform          = module.platform

  pull_arns = [
    "arn:aws:iam::345678901234:role/caseload-sync",
  ]
}
