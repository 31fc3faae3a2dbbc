# Rendered by exportctl from datasets/pull/a.yaml. Do not edit.

# s3://mojap-a/: filled by alpha_user_Z, read by 3 roles.
# Paperwork: https://paperwork.test
module "pull_a" {
  source = "./modules/pull"

  bucket            = "mojap-a"
  allow_push        = false
  bucket_versioning = false
  platform          = module.platform

  pull_arns = [
    "arn:aws-us-gov:iam::012345678901:role/our-own",
    "arn:aws-us-gov:iam::345678901234:role/+=,.@_-",
    "arn:aws-us-gov:iam::345678901234:role/a/b/c",
  ]
}
