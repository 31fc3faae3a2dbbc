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
  account_id      = "123456789012"
  region          = "eu-west-1"
  recovery_days   = 35
  alarm_topic_arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
}

run "platform" {
  command = plan

  assert {
    condition = (
      output.account_id == "123456789012" &&
      output.region == "eu-west-1" &&
      output.partition == "aws" &&
      output.recovery_days == 35 &&
      output.alarm_topic_arn == "arn:aws:sns:eu-west-1:123456789012:alarms"
    )
    error_message = "The other modules get the values that they are built from, known at the first plan."
  }
}

run "without_alarm_topic" {
  command = plan

  variables {
    alarm_topic_arn = null
  }

  assert {
    condition     = output.alarm_topic_arn == null
    error_message = "The alarm topic is optional."
  }
}

run "refuses_a_short_account" {
  command = plan

  variables {
    account_id = "12345678901"
  }

  expect_failures = [var.account_id]
}

run "refuses_a_zone" {
  command = plan

  variables {
    region = "eu-west-1a"
  }

  expect_failures = [var.region]
}

run "refuses_zero_recovery_days" {
  command = plan

  variables {
    recovery_days = 0
  }

  expect_failures = [var.recovery_days]
}

run "refuses_a_topic_name" {
  command = plan

  variables {
    alarm_topic_arn = "alarms"
  }

  expect_failures = [var.alarm_topic_arn]
}

run "refuses_account_zero" {
  command = plan

  variables {
    account_id = "000000000000"
  }

  expect_failures = [var.account_id]
}

run "takes_a_region_of_the_sovereign_cloud" {
  command = plan

  variables {
    region          = "eusc-de-east-1"
    alarm_topic_arn = "arn:aws-eusc:sns:eusc-de-east-1:123456789012:alarms"
  }

  assert {
    condition     = output.region == "eusc-de-east-1"
    error_message = "The Region's code has a part of four letters."
  }
}
