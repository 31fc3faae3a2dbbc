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

run "names" {
  command = plan

  assert {
    condition = (
      aws_iam_role.function.path == "/service-role/" &&
      aws_iam_role.function.name == "export_p1_nomis-move" &&
      aws_lambda_function.function.function_name == "export_p1_nomis-move" &&
      aws_cloudwatch_event_rule.file_created.name == "export_p1_nomis" &&
      aws_scheduler_schedule.sweep.name == "sweep_p1_nomis" &&
      aws_iam_role.sweep.name == "sweep_p1_nomis" &&
      aws_sqs_queue.queue.name == "export_p1_nomis" &&
      aws_sqs_queue.dead_letter.name == "export_p1_nomis-dead-letter" &&
      aws_cloudwatch_log_group.function.name == "/aws/lambda/export_p1_nomis-move"
    )
    error_message = "Receivers trust these names."
  }

  assert {
    condition = (
      output.location == "s3://mojap-hub-exports/p1_nomis/" &&
      output.role_arn == "arn:aws:iam::123456789012:role/service-role/export_p1_nomis-move" &&
      output.function_name == "export_p1_nomis-move"
    )
    error_message = "The outputs name the source of the files, and the role and function that move them, at the first plan."
  }
}

run "events" {
  command = plan

  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.file_created.event_pattern) == {
      source      = ["aws.s3"]
      detail-type = ["Object Created"]
      detail = {
        bucket = { name = ["mojap-hub-exports"] }
        object = { key = [{ prefix = "p1_nomis/" }] }
      }
    }
    error_message = "The rule takes new files below the dataset's own prefix, slash included."
  }
}

run "sweeps" {
  command = plan

  assert {
    condition = (
      aws_scheduler_schedule.sweep.schedule_expression == "rate(1 hour)" &&
      aws_scheduler_schedule.sweep.flexible_time_window[0].maximum_window_in_minutes < 30 &&
      aws_scheduler_schedule.sweep.target[0].arn == "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis" &&
      aws_scheduler_schedule.sweep.target[0].role_arn == "arn:aws:iam::123456789012:role/service-role/sweep_p1_nomis" &&
      aws_scheduler_schedule.sweep.target[0].input == "{\"sweep\":{}}"
    )
    error_message = "Every hour the dataset's own queue gets a sweep message."
  }

  assert {
    condition     = aws_iam_role.sweep.path == "/service-role/"
    error_message = "The schedule names the role by its path."
  }

  assert {
    condition = jsondecode(aws_iam_role.sweep.assume_role_policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "SchedulerRuns"
          Effect    = "Allow"
          Principal = { Service = "scheduler.amazonaws.com" }
          Action    = "sts:AssumeRole"
          Condition = {
            ArnEquals    = { "aws:SourceArn" = "arn:aws:scheduler:eu-west-1:123456789012:schedule-group/default" }
            StringEquals = { "aws:SourceAccount" = "123456789012" }
          }
        },
      ]
    }
    error_message = "Scheduler takes the role for this account's schedules alone."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.sweep.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid      = "StartSweep"
          Effect   = "Allow"
          Action   = "sqs:SendMessage"
          Resource = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis"
        },
      ]
    }
    error_message = "The schedule sends to the dataset's queue and does nothing else."
  }
}

run "queues" {
  command = plan

  assert {
    condition = (
      aws_sqs_queue.queue.visibility_timeout_seconds == 5400 &&
      aws_sqs_queue.queue.message_retention_seconds == 1209600 &&
      aws_sqs_queue.queue.sqs_managed_sse_enabled &&
      aws_sqs_queue.dead_letter.message_retention_seconds == 1209600 &&
      aws_sqs_queue.dead_letter.sqs_managed_sse_enabled
    )
    error_message = "Messages outlast six calls and stay for 14 days, encrypted."
  }

  assert {
    condition = jsondecode(aws_sqs_queue.queue.redrive_policy) == {
      deadLetterTargetArn = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis-dead-letter"
      maxReceiveCount     = 30
    }
    error_message = "After 30 attempts a message is a dead letter."
  }

  assert {
    condition = jsondecode(aws_sqs_queue.dead_letter.redrive_allow_policy) == {
      redrivePermission = "byQueue"
      sourceQueueArns   = ["arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis"]
    }
    error_message = "No other queue sends its dead letters here."
  }

  assert {
    condition = jsondecode(aws_sqs_queue.queue.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "RuleSends"
          Effect    = "Allow"
          Principal = { Service = "events.amazonaws.com" }
          Action    = "sqs:SendMessage"
          Resource  = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis"
          Condition = {
            ArnEquals    = { "aws:SourceArn" = "arn:aws:events:eu-west-1:123456789012:rule/export_p1_nomis" }
            StringEquals = { "aws:SourceAccount" = "123456789012" }
          }
        },
        {
          Sid       = "DenyWithoutTls"
          Effect    = "Deny"
          Principal = "*"
          Action    = "sqs:*"
          Resource  = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis"
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
      ]
    }
    error_message = "Only the dataset's own rule may send, and nobody without TLS."
  }

  assert {
    condition = jsondecode(aws_sqs_queue.dead_letter.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "DenyWithoutTls"
          Effect    = "Deny"
          Principal = "*"
          Action    = "sqs:*"
          Resource  = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis-dead-letter"
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
      ]
    }
    error_message = "Nobody reaches the dead letters without TLS."
  }
}

run "function" {
  command = plan

  assert {
    condition = (
      aws_lambda_function.function.runtime == "java21" &&
      aws_lambda_function.function.architectures == tolist(["arm64"]) &&
      aws_lambda_function.function.memory_size == 1024 &&
      aws_lambda_function.function.timeout == 900 &&
      aws_lambda_function.function.handler == "io.exportctl.lambda.ExportHandler::handleRequest" &&
      aws_lambda_function.function.tracing_config[0].mode == "Active" &&
      length(aws_lambda_function.function.dead_letter_config) == 1
    )
    error_message = "The function has the runtime and the size that the mover is built for."
  }

  assert {
    condition = (
      aws_lambda_function.function.s3_bucket == "mojap-hub-exports-lambda" &&
      aws_lambda_function.function.s3_key == "export-lambda.zip" &&
      aws_lambda_function.function.s3_object_version == "3" &&
      aws_lambda_function.function.source_code_hash == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    )
    error_message = "The function runs the zip that was uploaded once, at its version."
  }

  assert {
    condition = (
      aws_lambda_event_source_mapping.queue.batch_size == 10 &&
      aws_lambda_event_source_mapping.queue.function_response_types == toset(["ReportBatchItemFailures"]) &&
      aws_lambda_event_source_mapping.queue.scaling_config[0].maximum_concurrency == 50
    )
    error_message = "A file that fails returns only its own message to the queue."
  }

  assert {
    condition     = aws_cloudwatch_log_group.function.retention_in_days >= 365
    error_message = "Logs are kept for a year."
  }
}

run "moves" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.function.assume_role_policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "LambdaRuns"
          Effect    = "Allow"
          Principal = { Service = "lambda.amazonaws.com" }
          Action    = "sts:AssumeRole"
        },
      ]
    }
    error_message = "Lambda alone takes the role."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.function.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid      = "ReadSource"
          Effect   = "Allow"
          Action   = ["s3:GetObjectVersionTagging", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:GetObject"]
          Resource = "arn:aws:s3:::mojap-hub-exports/p1_nomis/*"
        },
        {
          Sid       = "ListSource"
          Effect    = "Allow"
          Action    = ["s3:ListBucketVersions", "s3:ListBucket"]
          Resource  = "arn:aws:s3:::mojap-hub-exports"
          Condition = { StringLike = { "s3:prefix" = "p1_nomis/*" } }
        },
        {
          Sid      = "HideDeliveredSource"
          Effect   = "Allow"
          Action   = "s3:DeleteObject"
          Resource = "arn:aws:s3:::mojap-hub-exports/p1_nomis/*"
          Condition = {
            Null            = { "s3:if-match" = "false" }
            StringNotEquals = { "s3:if-match" = "*" }
          }
        },
        {
          Sid      = "MarkSource"
          Effect   = "Allow"
          Action   = "s3:PutObjectVersionTagging"
          Resource = "arn:aws:s3:::mojap-hub-exports/p1_nomis/*"
        },
        {
          Sid      = "WriteTarget"
          Effect   = "Allow"
          Action   = ["s3:PutObjectTagging", "s3:PutObjectAcl", "s3:PutObject", "s3:ListMultipartUploadParts", "s3:GetObject", "s3:AbortMultipartUpload"]
          Resource = "arn:aws:s3:::dne-prearrivals/p1_nomis/*"
        },
        {
          Sid      = "WorkOnQueue"
          Effect   = "Allow"
          Action   = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:GetQueueAttributes", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"]
          Resource = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis"
        },
        {
          Sid      = "GiveUp"
          Effect   = "Allow"
          Action   = "sqs:SendMessage"
          Resource = "arn:aws:sqs:eu-west-1:123456789012:export_p1_nomis-dead-letter"
        },
        {
          Sid      = "Log"
          Effect   = "Allow"
          Action   = ["logs:PutLogEvents", "logs:CreateLogStream"]
          Resource = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/export_p1_nomis-move:*"
        },
        {
          Sid      = "Trace"
          Effect   = "Allow"
          Action   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
          Resource = "*"
        },
      ]
    }
    error_message = "The function reads, hides and delivers its own dataset's files, and cannot destroy any."
  }
}

run "keeps" {
  command = plan

  variables {
    keep_files = true
  }

  assert {
    condition = (
      aws_iam_role.function.name == "export_p1_nomis-copy" &&
      aws_lambda_function.function.function_name == "export_p1_nomis-copy" &&
      aws_cloudwatch_log_group.function.name == "/aws/lambda/export_p1_nomis-copy" &&
      aws_sqs_queue.queue.name == "export_p1_nomis"
    )
    error_message = "The name of a function that copies ends in -copy; the queue keeps its name and its messages."
  }

  assert {
    condition     = length(regexall("(?i)s3:delete", aws_iam_role_policy.function.policy)) == 0
    error_message = "A function that copies deletes nothing."
  }

  assert {
    condition     = strcontains(aws_iam_role_policy.function.policy, "log-group:/aws/lambda/export_p1_nomis-copy:*")
    error_message = "It writes to its own log group."
  }
}

run "with_the_owner_of_the_target" {
  command = plan

  variables {
    target_account = "210987654321"
  }

  assert {
    condition = {
      for statement in jsondecode(aws_iam_role_policy.function.policy).Statement : statement.Sid => statement.Condition if can(statement.Condition) && statement.Resource == "arn:aws:s3:::dne-prearrivals/p1_nomis/*"
      } == {
      WriteTarget = { StringEquals = { "s3:ResourceAccount" = "210987654321" } }
    }
    error_message = "The function uses the target only while that account owns it."
  }
}

run "refuses_an_owner_that_is_not_an_account" {
  command = plan

  variables {
    target_account = "0987654321"
  }

  expect_failures = [var.target_account]
}

run "refuses_account_zero" {
  command = plan

  variables {
    target_account = "000000000000"
  }

  expect_failures = [var.target_account]
}

run "with_the_receivers_key" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.function.policy).Statement : statement if length(regexall("kms:", jsonencode(statement.Action))) > 0] == [
      {
        Sid      = "EncryptTarget"
        Effect   = "Allow"
        Action   = ["kms:GenerateDataKey", "kms:Decrypt"]
        Resource = "arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      },
    ]
    error_message = "The function uses only that key."
  }
}

run "alarms" {
  command = plan

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.dead_letters.namespace == "AWS/SQS" &&
      aws_cloudwatch_metric_alarm.dead_letters.metric_name == "ApproximateNumberOfMessagesVisible" &&
      aws_cloudwatch_metric_alarm.dead_letters.dimensions == tomap({ QueueName = "export_p1_nomis-dead-letter" }) &&
      aws_cloudwatch_metric_alarm.dead_letters.comparison_operator == "GreaterThanThreshold" &&
      aws_cloudwatch_metric_alarm.dead_letters.threshold == 0 &&
      aws_cloudwatch_metric_alarm.dead_letters.treat_missing_data == "notBreaching"
    )
    error_message = "One dead letter raises the alarm."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.oldest_message.namespace == "AWS/SQS" &&
      aws_cloudwatch_metric_alarm.oldest_message.metric_name == "ApproximateAgeOfOldestMessage" &&
      aws_cloudwatch_metric_alarm.oldest_message.dimensions == tomap({ QueueName = "export_p1_nomis" }) &&
      aws_cloudwatch_metric_alarm.oldest_message.comparison_operator == "GreaterThanThreshold" &&
      aws_cloudwatch_metric_alarm.oldest_message.threshold == 3600 &&
      aws_cloudwatch_metric_alarm.oldest_message.treat_missing_data == "notBreaching"
    )
    error_message = "A file that nothing takes from the queue for an hour raises the alarm."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.failing.namespace == "exportctl" &&
      aws_cloudwatch_metric_alarm.failing.metric_name == "failed" &&
      aws_cloudwatch_metric_alarm.failing.dimensions == tomap({ dataset = "p1_nomis" }) &&
      aws_cloudwatch_metric_alarm.failing.statistic == "Sum" &&
      aws_cloudwatch_metric_alarm.failing.period * aws_cloudwatch_metric_alarm.failing.evaluation_periods == 3600 &&
      aws_cloudwatch_metric_alarm.failing.comparison_operator == "GreaterThanThreshold" &&
      aws_cloudwatch_metric_alarm.failing.threshold == 0 &&
      aws_cloudwatch_metric_alarm.failing.treat_missing_data == "notBreaching"
    )
    error_message = "An hour of failing raises the alarm."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.corrupted.namespace == "exportctl" &&
      aws_cloudwatch_metric_alarm.corrupted.metric_name == "corrupted" &&
      aws_cloudwatch_metric_alarm.corrupted.dimensions == tomap({ dataset = "p1_nomis" }) &&
      aws_cloudwatch_metric_alarm.corrupted.statistic == "Sum" &&
      aws_cloudwatch_metric_alarm.corrupted.comparison_operator == "GreaterThanThreshold" &&
      aws_cloudwatch_metric_alarm.corrupted.threshold == 0 &&
      aws_cloudwatch_metric_alarm.corrupted.treat_missing_data == "notBreaching"
    )
    error_message = "One copy with another checksum raises the alarm."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.oldest_file.namespace == "exportctl" &&
      aws_cloudwatch_metric_alarm.oldest_file.metric_name == "oldest_age" &&
      aws_cloudwatch_metric_alarm.oldest_file.dimensions == tomap({ dataset = "p1_nomis" }) &&
      aws_cloudwatch_metric_alarm.oldest_file.statistic == "Maximum" &&
      aws_cloudwatch_metric_alarm.oldest_file.comparison_operator == "GreaterThanThreshold" &&
      aws_cloudwatch_metric_alarm.oldest_file.threshold == 10800 &&
      aws_cloudwatch_metric_alarm.oldest_file.datapoints_to_alarm == 1 &&
      aws_cloudwatch_metric_alarm.oldest_file.treat_missing_data == "missing" &&
      aws_cloudwatch_metric_alarm.oldest_file.insufficient_data_actions == toset(["arn:aws:sns:eu-west-1:123456789012:alarms"])
    )
    error_message = "A file that is left for three hours raises the alarm, and so does a sweep without data."
  }

  assert {
    condition = alltrue([
      for actions in [
        aws_cloudwatch_metric_alarm.dead_letters.alarm_actions,
        aws_cloudwatch_metric_alarm.dead_letters.ok_actions,
        aws_cloudwatch_metric_alarm.corrupted.alarm_actions,
        aws_cloudwatch_metric_alarm.corrupted.ok_actions,
        aws_cloudwatch_metric_alarm.failing.alarm_actions,
        aws_cloudwatch_metric_alarm.failing.ok_actions,
        aws_cloudwatch_metric_alarm.oldest_message.alarm_actions,
        aws_cloudwatch_metric_alarm.oldest_message.ok_actions,
        aws_cloudwatch_metric_alarm.oldest_file.alarm_actions,
        aws_cloudwatch_metric_alarm.oldest_file.ok_actions,
      ] : actions == toset(["arn:aws:sns:eu-west-1:123456789012:alarms"])
    ])
    error_message = "Alarms and their ends are sent to the topic."
  }
}

run "without_alarm_topic" {
  command = plan

  variables {
    platform = {
      account_id      = "123456789012"
      region          = "eu-west-1"
      partition       = "aws"
      alarm_topic_arn = null
    }
  }

  assert {
    condition = (
      try(length(aws_cloudwatch_metric_alarm.dead_letters.alarm_actions), 0) == 0 &&
      try(length(aws_cloudwatch_metric_alarm.corrupted.alarm_actions), 0) == 0 &&
      try(length(aws_cloudwatch_metric_alarm.failing.alarm_actions), 0) == 0 &&
      try(length(aws_cloudwatch_metric_alarm.oldest_message.alarm_actions), 0) == 0 &&
      try(length(aws_cloudwatch_metric_alarm.oldest_file.alarm_actions), 0) == 0 &&
      try(length(aws_cloudwatch_metric_alarm.oldest_file.insufficient_data_actions), 0) == 0
    )
    error_message = "Without a topic an alarm only shows in CloudWatch."
  }
}

run "refuses_a_hyphen" {
  command = plan

  variables {
    name = "p1-nomis"
  }

  expect_failures = [var.name]
}

run "refuses_a_name_too_long_for_its_role" {
  command = plan

  variables {
    name = "a2345678901234567890123456789012345678901234567890123"
  }

  expect_failures = [var.name]
}

run "takes_the_longest_name" {
  command = plan

  variables {
    name       = "a234567890123456789012345678901234567890123456789012"
    keep_files = true
  }

  assert {
    condition     = length(aws_iam_role.function.name) == 64
    error_message = "A role's name has at most 64 characters."
  }
}

run "refuses_a_target_arn" {
  command = plan

  variables {
    target_bucket = "arn:aws:s3:::dne-prearrivals"
  }

  expect_failures = [var.target_bucket]
}

run "refuses_a_key_alias" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-west-2:210987654321:alias/intake"
  }

  expect_failures = [var.kms_key_arn]
}

run "stays_whole_while_it_is_closed" {
  command = plan

  variables {
    closed = true
  }

  assert {
    condition = (
      aws_lambda_event_source_mapping.queue.enabled == false &&
      aws_lambda_function.function.reserved_concurrent_executions == 0 &&
      aws_scheduler_schedule.sweep.state == "DISABLED"
    )
    error_message = "Nothing moves a file while the dataset is closed."
  }

  assert {
    condition = alltrue([
      for alarm in [
        aws_cloudwatch_metric_alarm.corrupted,
        aws_cloudwatch_metric_alarm.dead_letters,
        aws_cloudwatch_metric_alarm.failing,
        aws_cloudwatch_metric_alarm.oldest_file,
        aws_cloudwatch_metric_alarm.oldest_message,
      ] : alarm.actions_enabled == false
    ])
    error_message = "A closed dataset wakes nobody."
  }

  assert {
    condition     = aws_sqs_queue.queue.name == "export_p1_nomis" && aws_cloudwatch_event_target.queue.rule == "export_p1_nomis"
    error_message = "Its queues stay, and take down the files that arrive."
  }
}

run "moves_files_by_default" {
  command = plan

  assert {
    condition = (
      aws_lambda_event_source_mapping.queue.enabled == true &&
      aws_lambda_function.function.reserved_concurrent_executions == -1 &&
      aws_scheduler_schedule.sweep.state == "ENABLED" &&
      aws_cloudwatch_metric_alarm.failing.actions_enabled == true
    )
    error_message = "A dataset is open unless it is closed."
  }
}

run "names_its_owner" {
  command = plan

  variables {
    labels = {
      owner   = "Tîm data carchardai"
      contact = "prison-data@example.org"
    }
  }

  assert {
    condition     = aws_sqs_queue.queue.tags == tomap({ owner = "Tîm data carchardai", contact = "prison-data@example.org" })
    error_message = "The owner and the contact are tags."
  }

  assert {
    condition     = endswith(aws_cloudwatch_metric_alarm.failing.alarm_description, " Owner: Tîm data carchardai. Contact: prison-data@example.org.")
    error_message = "An alarm says who answers for the dataset."
  }
}

run "refuses_a_label_that_is_no_tag" {
  command = plan

  variables {
    labels = { owner = "Prisons, and <others>" }
  }

  expect_failures = [var.labels]
}
