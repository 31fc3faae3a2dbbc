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
  name              = "hmrc_exporters"
  config            = "{\"//\": \"Rendered.\", \"name\": \"hmrc_exporters\", \"fetch\": {\"max_mb\": 7}}"
  headers_secret    = "store/hmrc"
  stale_after_hours = 48

  platform = {
    account_id      = "123456789012"
    region          = "eu-west-1"
    partition       = "aws"
    alarm_topic_arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
  }

  source_platform = {
    bucket         = "mojap-store"
    task_role_name = "exportctl-store-task"
  }
}

run "config" {
  command = plan

  assert {
    condition = (
      aws_s3_object.config[0].bucket == "mojap-store" &&
      aws_s3_object.config[0].key == "config/sources/hmrc_exporters.json" &&
      jsondecode(aws_s3_object.config[0].content) == { name = "hmrc_exporters", fetch = { max_mb = 7 } }
    )
    error_message = "The config object has the keys of the file, without the comment."
  }
}

run "secret_and_alarm" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role_policy.headers[0].policy).Statement == [{
      Sid      = "ReadHeaders"
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/hmrc-??????"
    }]
    error_message = "The service may read the secret of this source, and no other."
  }

  assert {
    condition = (
      aws_iam_role_policy.headers[0].role == "exportctl-store-task" &&
      aws_cloudwatch_metric_alarm.stale[0].alarm_name == "source_hmrc_exporters-stale" &&
      aws_cloudwatch_metric_alarm.stale[0].threshold == 172800 &&
      aws_cloudwatch_metric_alarm.stale[0].dimensions == tomap({ dataset = "hmrc_exporters" })
    )
    error_message = "The alarm goes off after the hours of the file."
  }
}

run "without_secret_and_alarm" {
  command = plan

  variables {
    headers_secret    = null
    stale_after_hours = null
  }

  assert {
    condition     = length(aws_iam_role_policy.headers) == 0 && length(aws_cloudwatch_metric_alarm.stale) == 0
    error_message = "A source without them has neither permission nor alarm."
  }
}

run "refuses_the_config_of_another" {
  command = plan

  variables {
    config = "{\"name\": \"another\"}"
  }

  expect_failures = [aws_s3_object.config]
}

run "refuses_text_for_config" {
  command = plan

  variables {
    config = "hmrc_exporters"
  }

  expect_failures = [var.config]
}

run "refuses_wildcards" {
  command = plan

  variables {
    headers_secret = "store/*"
  }

  expect_failures = [var.headers_secret]
}

run "refuses_long_names" {
  command = plan

  variables {
    name   = "a12345678901234567890123456789012345678901"
    config = "{\"name\": \"a12345678901234567890123456789012345678901\"}"
  }

  expect_failures = [var.name]
}

run "stays_whole_while_it_is_closed" {
  command = plan

  variables {
    closed            = true
    stale_after_hours = 30
  }

  assert {
    condition     = length(aws_s3_object.config) == 0 && length(aws_iam_role_policy.headers) == 0
    error_message = "Without its config object the service neither fetches nor serves the dataset."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.stale[0].actions_enabled == false
    error_message = "Nobody is told that the data grow old."
  }
}
