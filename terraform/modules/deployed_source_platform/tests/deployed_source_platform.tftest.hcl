# Nothing here calls AWS.
provider "aws" {
  region     = "eu-west-1"
  access_key = "none"
  secret_key = "none"

  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_iam_role.task

  values = {
    arn = "arn:aws:iam::123456789012:role/exportctl-store-task"
  }
}

run "finds_the_role" {
  command = plan

  variables {
    bucket = "mojap-store"
  }

  assert {
    condition     = output.bucket == "mojap-store" && output.task_role_name == "exportctl-store-task"
    error_message = "The outputs are those of the module source_platform."
  }
}
