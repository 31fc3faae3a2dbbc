# Nothing here calls AWS.
provider "aws" {
  region     = "eu-west-1"
  access_key = "none"
  secret_key = "none"

  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variables {
  name   = "versions.tf" # any file will do
  paths  = {}
  bucket = "mojap-hub-exports-lambda"
}

run "uploads_the_file_of_that_name" {
  command = plan

  assert {
    condition = (
      aws_s3_object.this.bucket == "mojap-hub-exports-lambda" &&
      aws_s3_object.this.key == "versions.tf" &&
      aws_s3_object.this.source == "versions.tf" &&
      aws_s3_object.this.source_hash == filebase64sha256("versions.tf") &&
      aws_s3_object.this.metadata["sha256"] == filebase64sha256("versions.tf")
    )
    error_message = "The file lies in the bucket under its name, with its hash."
  }

  assert {
    condition = (
      output.object.bucket == "mojap-hub-exports-lambda" &&
      output.object.key == "versions.tf" &&
      output.object.sha256 == filebase64sha256("versions.tf")
    )
    error_message = "A program is pinned to the file's hash at the first plan."
  }
}

run "uploads_a_file_from_elsewhere" {
  command = plan

  variables {
    name  = "export-lambda.zip"
    paths = { "export-lambda.zip" = "versions.tf", "another.jar" = "nowhere.jar" }
  }

  assert {
    condition     = aws_s3_object.this.source == "versions.tf" && aws_s3_object.this.key == "export-lambda.zip"
    error_message = "The file is read from the path that is given, and keeps its name in the bucket."
  }
}

run "uploads_into_a_folder" {
  command = plan

  variables {
    folder = "code/"
  }

  assert {
    condition     = aws_s3_object.this.key == "code/versions.tf" && aws_s3_object.this.source == "versions.tf"
    error_message = "The file keeps its name in the folder."
  }
}

run "refuses_a_missing_file" {
  command = plan

  variables {
    name = "export-lambda.zip"
  }

  expect_failures = [aws_s3_object.this]
}

run "refuses_a_path_to_nothing" {
  command = plan

  variables {
    paths = { "versions.tf" = "nowhere.tf" }
  }

  expect_failures = [aws_s3_object.this]
}

run "refuses_a_folder_as_a_name" {
  command = plan

  variables {
    name  = "lib/export-lambda.zip"
    paths = { "lib/export-lambda.zip" = "versions.tf" }
  }

  expect_failures = [var.name]
}
