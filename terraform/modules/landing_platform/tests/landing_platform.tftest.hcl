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
  bucket         = "mojap-landing"
  curated_bucket = "mojap-curated"
  artifacts      = { "landing-loader.zip" = "versions.tf" } # any file will do

  platform = {
    region        = "eu-west-1"
    partition     = "aws"
    recovery_days = 35
  }
}

run "buckets" {
  command = plan

  assert {
    condition     = aws_s3_bucket_notification.landing_bucket.bucket == "mojap-landing" && aws_s3_bucket_notification.landing_bucket.eventbridge
    error_message = "The landing bucket sends EventBridge an event for every file."
  }

  assert {
    condition = alltrue([
      for policy in [module.landing_bucket.policy, module.curated_bucket.policy, module.lambda_bucket.policy] :
      toset(flatten(jsondecode(policy).Statement[*].Effect)) == toset(["Deny"])
    ])
    error_message = "The buckets' policies only deny: access is granted at the roles."
  }

  assert {
    condition = [
      for statement in jsondecode(module.landing_bucket.policy).Statement :
      [statement.Action, statement.Resource, statement.Principal, statement.Condition]
      if statement.Sid == "DenyCustomerProvidedKeys"
      ] == [[
        "s3:PutObject",
        "arn:aws:s3:::mojap-landing/*",
        "*",
        { Null = { "s3:x-amz-server-side-encryption-customer-algorithm" = "false" } },
    ]]
    error_message = "The landing bucket refuses files that only their writer could read."
  }

  assert {
    condition = (
      output.bucket == "mojap-landing" &&
      output.curated_bucket == "mojap-curated" &&
      output.loader.bucket == "mojap-landing-lambda" &&
      output.loader.key == "landing-loader.zip" &&
      output.loader.sha256 == filebase64sha256("versions.tf")
    )
    error_message = "Landing datasets get the values that they are built from, known at the first plan."
  }
}

run "dashboard" {
  command = plan

  assert {
    condition     = aws_cloudwatch_dashboard.landing.dashboard_name == "landing-mojap-landing"
    error_message = "The dashboard is found by its name."
  }

  # The metrics of the loader, on which modules/landing raises alarms.
  assert {
    condition = alltrue([
      for metric in ["age", "nulled", "published", "refused", "rows", "unclaimed", "unfinished"] :
      length([
        for widget in jsondecode(aws_cloudwatch_dashboard.landing.dashboard_body).widgets : widget
        if try(startswith(widget.properties.metrics[0][0].expression, "SEARCH('{exportctl,dataset} MetricName=\"${metric}\"', '"), false)
      ]) == 1
    ])
    error_message = "Each metric of the loader has a graph over all datasets."
  }

  assert {
    condition = toset([
      for widget in jsondecode(aws_cloudwatch_dashboard.landing.dashboard_body).widgets : widget.properties.metrics[0][0].expression
      if strcontains(jsonencode(widget), "{AWS/")
      ]) == toset([
      "SEARCH('{AWS/SQS,QueueName} QueueName=landing MetricName=\"ApproximateNumberOfMessagesVisible\" dead', 'Maximum')",
      "SEARCH('{AWS/SQS,QueueName} QueueName=landing MetricName=\"ApproximateNumberOfMessagesVisible\" NOT dead', 'Maximum')",
      "SEARCH('{AWS/SQS,QueueName} QueueName=landing MetricName=\"ApproximateAgeOfOldestMessage\" NOT dead', 'Maximum')",
      "SEARCH('{AWS/Lambda,FunctionName} FunctionName=landing MetricName=\"Errors\"', 'Sum')",
      "SEARCH('{AWS/Lambda,FunctionName} FunctionName=landing MetricName=\"Duration\"', 'Maximum')",
    ])
    error_message = "Waiting messages, dead letters, errors and long calls of functions have graphs of their own."
  }

  # CloudWatch draws a grid of 24 columns.
  assert {
    condition = alltrue([
      for widget in jsondecode(aws_cloudwatch_dashboard.landing.dashboard_body).widgets : widget.x + widget.width <= 24
      ]) && length(distinct([
        for widget in jsondecode(aws_cloudwatch_dashboard.landing.dashboard_body).widgets : "${widget.x} ${widget.y}"
    ])) == 13
    error_message = "Graphs do not overlap."
  }

  assert {
    condition     = strcontains(jsondecode(aws_cloudwatch_dashboard.landing.dashboard_body).widgets[0].properties.markdown, "(https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:?search=landing_)")
    error_message = "A link leads to the alarms."
  }
}

run "links_to_no_console_that_is_not_public" {
  command = plan

  variables {
    platform = {
      region        = "us-iso-east-1"
      partition     = "aws-iso"
      recovery_days = 35
    }
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.landing.dashboard_body).widgets[0].properties.markdown == "Extractions that arrive in `mojap-landing` and become tables in `mojap-curated`, a line for each dataset."
    error_message = "The heading has no link."
  }
}

run "refuses_a_bucket_that_leaves_no_room" {
  command = plan

  variables {
    bucket = "mojap-landing-mojap-landing-mojap-landing-mojap-landing-m"
  }

  expect_failures = [var.bucket]
}

run "refuses_an_arn" {
  command = plan

  variables {
    curated_bucket = "arn:aws:s3:::mojap-curated"
  }

  expect_failures = [var.curated_bucket]
}
