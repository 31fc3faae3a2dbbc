# Nothing here calls AWS.
provider "aws" {
  region     = "us-gov-west-1"
  access_key = "none"
  secret_key = "none"

  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = module.users.data.aws_iam_roles.existing

  values = {
    names = ["alpha_user_collection", "alpha_user_each", "alpha_user_landing", "alpha_user_many", "alpha_user_pull", "alpha_user_push", "alpha_user_source"]
  }
}

run "policies" {
  command = plan
}
