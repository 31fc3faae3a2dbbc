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
  target = data.aws_s3_object.mover

  values = {
    version_id = "a-version"
    metadata   = { sha256 = "a-hash" }
  }
}

run "finds_the_mover_that_was_uploaded" {
  command = plan

  variables {
    export_bucket = "mojap-hub-exports"
  }

  assert {
    condition = output.mover == {
      bucket  = "mojap-hub-exports-lambda"
      key     = "export-lambda.zip"
      version = "a-version"
      sha256  = "a-hash"
    }
    error_message = "The functions run the newest zip in the platform's bucket."
  }

  assert {
    condition     = output.export_bucket == "mojap-hub-exports"
    error_message = "The name of the export bucket is an output."
  }
}
