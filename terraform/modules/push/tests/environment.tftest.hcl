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
  name          = "p1_nomis"
  target_bucket = "dne-prearrivals"

  platform = {
    account_id      = "123456789012"
    region          = "eu-west-1"
    partition       = "aws"
    alarm_topic_arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
  }

  push_platform = {
    export_bucket = "mojap-hub-exports"

    mover = {
      bucket  = "mojap-hub-exports-lambda"
      key     = "export-lambda.zip"
      version = "3"
      sha256  = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    }
  }
}

# AWS assigns the queues' addresses, and one unknown value would hide the whole environment from the plan.
override_resource {
  target          = aws_sqs_queue.queue
  override_during = plan

  values = {
    arn = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis"
    url = "https://sqs.eu-west-1.amazonaws.com/123456789012/export_p1_nomis"
  }
}

override_resource {
  target          = aws_sqs_queue.dead_letter
  override_during = plan

  values = {
    arn = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis-dead-letter"
    url = "https://sqs.eu-west-1.amazonaws.com/123456789012/export_p1_nomis-dead-letter"
  }
}

run "moves" {
  command = plan

  assert {
    condition = aws_lambda_function.function.environment[0].variables == tomap({
      DATASET               = "p1_nomis"
      EXPORT_ACCOUNT        = "123456789012"
      EXPORT_BUCKET         = "mojap-hub-exports"
      TARGET_BUCKET         = "dne-prearrivals"
      KEEP_FILES            = "false"
      QUEUE_URL             = "https://sqs.eu-west-1.amazonaws.com/123456789012/export_p1_nomis"
      DEAD_LETTER_QUEUE_URL = "https://sqs.eu-west-1.amazonaws.com/123456789012/export_p1_nomis-dead-letter"
      JAVA_TOOL_OPTIONS     = "-XX:+TieredCompilation -XX:TieredStopAtLevel=1"
    })
    error_message = "The environment names the dataset, its account and its queues, and neither an owner of the target nor a key."
  }
}

run "keeps" {
  command = plan

  variables {
    keep_files = true
  }

  assert {
    condition     = aws_lambda_function.function.environment[0].variables["KEEP_FILES"] == "true"
    error_message = "The environment tells the function to copy."
  }
}

run "with_the_receivers_key" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }

  assert {
    condition     = aws_lambda_function.function.environment[0].variables["KMS_KEY_ARN"] == "arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    error_message = "The environment names the receiver's key."
  }
}

run "with_the_owner_of_the_target" {
  command = plan

  variables {
    target_account = "210987654321"
  }

  assert {
    condition     = aws_lambda_function.function.environment[0].variables["TARGET_ACCOUNT"] == "210987654321"
    error_message = "The environment names the account that owns the target."
  }
}
