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
  target = data.aws_s3_object.loader

  values = {
    version_id = "a-version"
    metadata   = { sha256 = "a-hash" }
  }
}

run "finds_the_loader_that_was_uploaded" {
  command = plan

  variables {
    bucket         = "mojap-landing"
    curated_bucket = "mojap-curated"
  }

  assert {
    condition = output.loader == {
      bucket  = "mojap-landing-lambda"
      key     = "landing-loader.zip"
      version = "a-version"
      sha256  = "a-hash"
    }
    error_message = "The functions run the newest zip in the platform's bucket."
  }

  assert {
    condition     = output.bucket == "mojap-landing" && output.curated_bucket == "mojap-curated"
    error_message = "The names of the buckets are outputs."
  }
}
