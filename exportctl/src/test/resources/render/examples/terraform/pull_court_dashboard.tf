# Rendered by exportctl from datasets/pull/court_dashboard.yaml. Do not edit.

# s3://example-court-dashboard/: filled by alpha_user_amira, read by 2 roles.
# Paperwork: https://example.org/dpia/court-dashboard
module "pull_court_dashboard" {
  source = "./modules/pull"

  bucket            = "example-court-dashboard"
  allow_push        = false
  bucket_versioning = false
  platform          = module.platform

  pull_arns = [
    "arn:aws:iam::210987654321:role/court-dashboard-reader",
    "arn:aws:iam::210987654321:role/namespaces/court-dashboard-preprod",
  ]
}
