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
  target = data.aws_s3_object.lambda_zip

  values = {
    version_id = "a-version"
    metadata   = { sha256 = "a-hash" }
  }
}

run "finds_what_the_platform_has_made" {
  command = plan

  variables {
    account_id    = "123456789012"
    region        = "eu-west-1"
    export_bucket = "mojap-hub-exports"
    recovery_days = 35
  }

  assert {
    condition = output.lambda == {
      bucket  = "mojap-hub-exports-lambda"
      key     = "export-lambda.zip"
      version = "a-version"
      sha256  = "a-hash"
    }
    error_message = "The function's code is that which lies in the platform's bucket, in its newest version."
  }

  assert {
    condition     = output.partition == "aws" && output.alarm_topic_arn == null
    error_message = "What is told is handed on."
  }
}
