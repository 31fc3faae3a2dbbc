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
  export_bucket = "mojap-hub-exports"
  artifacts     = { "export-lambda.zip" = "versions.tf" } # any file will do

  platform = {
    region        = "eu-west-1"
    partition     = "aws"
    recovery_days = 35
  }
}

run "push_platform" {
  command = plan

  assert {
    condition     = aws_s3_bucket_notification.export_bucket.bucket == "mojap-hub-exports" && aws_s3_bucket_notification.export_bucket.eventbridge
    error_message = "The export bucket sends EventBridge an event for every file."
  }

  assert {
    condition     = toset(flatten(jsondecode(module.export_bucket.policy).Statement[*].Effect)) == toset(["Deny"])
    error_message = "The export bucket's policy only denies: access is granted at the roles."
  }

  assert {
    condition = [
      for statement in jsondecode(module.export_bucket.policy).Statement :
      [statement.Action, statement.Resource, statement.Principal, statement.Condition]
      if statement.Sid == "DenyCustomerProvidedKeys"
      ] == [[
        "s3:PutObject",
        "arn:aws:s3:::mojap-hub-exports/*",
        "*",
        { Null = { "s3:x-amz-server-side-encryption-customer-algorithm" = "false" } },
    ]]
    error_message = "The export bucket refuses files that only their writer could read."
  }

  assert {
    condition     = toset(flatten(jsondecode(module.lambda_bucket.policy).Statement[*].Effect)) == toset(["Deny"])
    error_message = "The policy of the zip's bucket only denies."
  }

  assert {
    condition = (
      output.export_bucket == "mojap-hub-exports" &&
      output.mover.bucket == "mojap-hub-exports-lambda" &&
      output.mover.key == "export-lambda.zip" &&
      output.mover.sha256 == filebase64sha256("versions.tf")
    )
    error_message = "Push datasets get the values that they are built from, known at the first plan."
  }
}

run "dashboard" {
  command = plan

  assert {
    condition     = aws_cloudwatch_dashboard.exports.dashboard_name == "exports-mojap-hub-exports"
    error_message = "The dashboard is found by its name."
  }

  # The metrics of the mover, on which modules/push raises alarms.
  assert {
    condition = alltrue([
      for metric in ["moved", "bytes", "repaired", "conflicts", "failed", "corrupted", "waiting", "oldest_age"] :
      length([
        for widget in jsondecode(aws_cloudwatch_dashboard.exports.dashboard_body).widgets : widget
        if try(startswith(widget.properties.metrics[0][0].expression, "SEARCH('{exportctl,dataset} MetricName=\"${metric}\"', '"), false)
      ]) == 1
    ])
    error_message = "Each metric of the mover has a graph over all datasets."
  }

  assert {
    condition = toset([
      for widget in jsondecode(aws_cloudwatch_dashboard.exports.dashboard_body).widgets : widget.properties.metrics[0][0].expression
      if strcontains(jsonencode(widget), "{AWS/")
      ]) == toset([
      "SEARCH('{AWS/SQS,QueueName} QueueName=export MetricName=\"ApproximateNumberOfMessagesVisible\" dead', 'Maximum')",
      "SEARCH('{AWS/SQS,QueueName} QueueName=export MetricName=\"ApproximateNumberOfMessagesVisible\" NOT dead', 'Maximum')",
      "SEARCH('{AWS/SQS,QueueName} QueueName=export MetricName=\"ApproximateAgeOfOldestMessage\" NOT dead', 'Maximum')",
      "SEARCH('{AWS/Lambda,FunctionName} FunctionName=export MetricName=\"Errors\"', 'Sum')",
    ])
    error_message = "Waiting messages, dead letters and errors of functions have graphs of their own."
  }

  # CloudWatch draws a grid of 24 columns.
  assert {
    condition = alltrue([
      for widget in jsondecode(aws_cloudwatch_dashboard.exports.dashboard_body).widgets : widget.x + widget.width <= 24
      ]) && length(distinct([
        for widget in jsondecode(aws_cloudwatch_dashboard.exports.dashboard_body).widgets : "${widget.x} ${widget.y}"
    ])) == 13
    error_message = "Graphs do not overlap."
  }

  assert {
    condition     = strcontains(jsondecode(aws_cloudwatch_dashboard.exports.dashboard_body).widgets[0].properties.markdown, "(https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:?search=export_)")
    error_message = "A link leads to the alarms."
  }
}

run "refuses_an_export_bucket_that_leaves_no_room" {
  command = plan

  variables {
    export_bucket = "mojap-hub-exports-mojap-hub-exports-mojap-hub-exports-moj"
  }

  expect_failures = [var.export_bucket]
}

run "links_to_the_console_of_the_sovereign_cloud" {
  command = plan

  variables {
    platform = {
      region        = "eusc-de-east-1"
      partition     = "aws-eusc"
      recovery_days = 35
    }
  }

  assert {
    condition     = strcontains(jsondecode(aws_cloudwatch_dashboard.exports.dashboard_body).widgets[0].properties.markdown, "(https://eusc-de-east-1.console.amazonaws-eusc.eu/cloudwatch/home?region=eusc-de-east-1#alarmsV2:?search=export_)")
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
    condition     = jsondecode(aws_cloudwatch_dashboard.exports.dashboard_body).widgets[0].properties.markdown == "Files on their way out of `mojap-hub-exports`, a line for each dataset."
    error_message = "The heading has no link."
  }
}
