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
  name          = "case_notes"
  history_days  = 35
  max_age_hours = 26

  put_arns = [
    "arn:aws:iam::210987654321:role/irsa/second",
    "arn:aws:iam::210987654321:role/cloud-platform-irsa-0123456789abcdef-live",
    "arn:aws:iam::345678901234:role/extractor",
  ]

  platform = {
    account_id      = "123456789012"
    region          = "eu-west-1"
    partition       = "aws"
    alarm_topic_arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
  }

  landing_platform = {
    bucket         = "mojap-landing"
    curated_bucket = "mojap-curated"

    loader = {
      bucket  = "mojap-landing-lambda"
      key     = "landing-loader.zip"
      version = "3"
      sha256  = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    }
  }
}

run "names" {
  command = plan

  assert {
    condition = (
      aws_iam_role.extractor[0].path == "/service-role/" &&
      aws_iam_role.extractor[0].name == "landing_case_notes" &&
      aws_iam_role.function.path == "/service-role/" &&
      aws_iam_role.function.name == "landing_case_notes-load" &&
      aws_iam_role.sweep.path == "/service-role/" &&
      aws_iam_role.sweep.name == "landing_case_notes-sweep" &&
      aws_lambda_function.function.function_name == "landing_case_notes-load" &&
      aws_cloudwatch_log_group.function.name == "/aws/lambda/landing_case_notes-load" &&
      aws_cloudwatch_event_rule.manifest_created.name == "landing_case_notes" &&
      aws_scheduler_schedule.sweep.name == "landing_case_notes" &&
      aws_sqs_queue.queue.name == "landing_case_notes" &&
      aws_sqs_queue.dead_letter.name == "landing_case_notes-dead-letter" &&
      aws_glue_catalog_database.newest.name == "case_notes" &&
      aws_glue_catalog_database.history.name == "case_notes_history"
    )
    error_message = "Services trust these names, and analysts query them."
  }

  assert {
    condition = (
      output.location == "s3://mojap-landing/case_notes/" &&
      output.role_arn == "arn:aws:iam::123456789012:role/service-role/landing_case_notes" &&
      output.function_name == "landing_case_notes-load" &&
      output.databases == ["case_notes", "case_notes_history"]
    )
    error_message = "The outputs name the extractor's destination and role, the function and the databases, at the first plan."
  }
}

# Row 38 of the fault matrix: a role that is gone or missing.
run "extractor" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.extractor[0].assume_role_policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "Account210987654321"
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::210987654321:root" }
          Action    = "sts:AssumeRole"
          Condition = {
            ArnEquals = {
              "aws:PrincipalArn" = [
                "arn:aws:iam::210987654321:role/cloud-platform-irsa-0123456789abcdef-live",
                "arn:aws:iam::210987654321:role/irsa/second",
              ]
            }
          }
        },
        {
          Sid       = "Account345678901234"
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::345678901234:root" }
          Action    = "sts:AssumeRole"
          Condition = { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::345678901234:role/extractor" } }
        },
      ]
    }
    error_message = "The service's roles take the role, and nobody else of their accounts; one that is gone breaks nothing."
  }

  assert {
    condition     = aws_iam_role.extractor[0].max_session_duration == 3600
    error_message = "A role that is taken from a role has at most an hour."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.extractor[0].policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "CreateFiles"
          Effect    = "Allow"
          Action    = "s3:PutObject"
          Resource  = ["arn:aws:s3:::mojap-landing/case_notes/metadata/*", "arn:aws:s3:::mojap-landing/case_notes/logs/*", "arn:aws:s3:::mojap-landing/case_notes/data/*"]
          Condition = { Null = { "s3:if-none-match" = "false" } }
        },
        {
          Sid       = "SendParts"
          Effect    = "Allow"
          Action    = "s3:PutObject"
          Resource  = ["arn:aws:s3:::mojap-landing/case_notes/metadata/*", "arn:aws:s3:::mojap-landing/case_notes/logs/*", "arn:aws:s3:::mojap-landing/case_notes/data/*"]
          Condition = { Bool = { "s3:ObjectCreationOperation" = "false" } }
        },
        {
          Sid      = "ManageUploads"
          Effect   = "Allow"
          Action   = ["s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"]
          Resource = ["arn:aws:s3:::mojap-landing/case_notes/metadata/*", "arn:aws:s3:::mojap-landing/case_notes/logs/*", "arn:aws:s3:::mojap-landing/case_notes/data/*"]
        },
        {
          Sid      = "ReadVerdicts"
          Effect   = "Allow"
          Action   = "s3:GetObject"
          Resource = "arn:aws:s3:::mojap-landing/case_notes/results/*"
        },
        {
          Sid       = "ListVerdicts"
          Effect    = "Allow"
          Action    = "s3:ListBucket"
          Resource  = "arn:aws:s3:::mojap-landing"
          Condition = { StringLike = { "s3:prefix" = "case_notes/results/*" } }
        },
      ]
    }
    error_message = "The extractor creates files of its own dataset and reads the verdicts; it overwrites, reads and deletes nothing."
  }
}

# Row 38 of the fault matrix.
run "without_a_service" {
  command = plan

  variables {
    put_arns = []
  }

  assert {
    condition     = length(aws_iam_role.extractor) == 0 && length(aws_iam_role_policy.extractor) == 0 && output.role_arn == null
    error_message = "While nobody may write there is no role for it."
  }

  assert {
    condition     = aws_lambda_function.function.function_name == "landing_case_notes-load" && output.location == "s3://mojap-landing/case_notes/"
    error_message = "Everything else is there before the service has its role."
  }
}

run "events" {
  command = plan

  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.manifest_created.event_pattern) == {
      source      = ["aws.s3"]
      detail-type = ["Object Created"]
      detail = {
        bucket = { name = ["mojap-landing"] }
        object = { key = [{ wildcard = "case_notes/metadata/*/manifest.json" }] }
      }
    }
    error_message = "The rule takes manifests below the dataset's own prefix, slash included."
  }

  assert {
    condition = (
      aws_scheduler_schedule.sweep.schedule_expression == "rate(1 hour)" &&
      aws_scheduler_schedule.sweep.flexible_time_window[0].maximum_window_in_minutes < 30 &&
      aws_scheduler_schedule.sweep.target[0].arn == "arn:aws:sqs:eu-west-1:123456789012:landing_case_notes" &&
      aws_scheduler_schedule.sweep.target[0].role_arn == "arn:aws:iam::123456789012:role/service-role/landing_case_notes-sweep" &&
      aws_scheduler_schedule.sweep.target[0].input == "{\"sweep\":{}}"
    )
    error_message = "Every hour the dataset's own queue gets a sweep message."
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
          Resource = "arn:aws:sqs:eu-west-1:123456789012:landing_case_notes"
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
    condition = (
      jsondecode(aws_sqs_queue.queue.redrive_policy) == {
        deadLetterTargetArn = "arn:aws:sqs:eu-west-1:123456789012:landing_case_notes-dead-letter"
        maxReceiveCount     = 5
      } &&
      jsondecode(aws_sqs_queue.dead_letter.redrive_allow_policy) == {
        redrivePermission = "byQueue"
        sourceQueueArns   = ["arn:aws:sqs:eu-west-1:123456789012:landing_case_notes"]
      }
    )
    error_message = "After five attempts a message is a dead letter, and no other queue sends its own here."
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
          Resource  = "arn:aws:sqs:eu-west-1:123456789012:landing_case_notes"
          Condition = {
            ArnEquals    = { "aws:SourceArn" = "arn:aws:events:eu-west-1:123456789012:rule/landing_case_notes" }
            StringEquals = { "aws:SourceAccount" = "123456789012" }
          }
        },
        {
          Sid       = "DenyWithoutTls"
          Effect    = "Deny"
          Principal = "*"
          Action    = "sqs:*"
          Resource  = "arn:aws:sqs:eu-west-1:123456789012:landing_case_notes"
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
      ]
    }
    error_message = "Only the dataset's own rule may send, and nobody without TLS."
  }

  assert {
    condition = jsondecode(aws_sqs_queue.dead_letter.policy).Statement[*].Sid == ["DenyWithoutTls"] && (
      jsondecode(aws_sqs_queue.dead_letter.policy).Statement[0].Resource == "arn:aws:sqs:eu-west-1:123456789012:landing_case_notes-dead-letter"
    )
    error_message = "Nobody reaches the dead letters without TLS."
  }
}

run "function" {
  command = plan

  variables {
    exclude_tables  = ["flyway_schema_history", "audit_*"]
    exclude_columns = ["*.email", "case_note.free_text"]
    hash_columns    = ["offender.noms_id"]
    schema_contract = "freeze"
  }

  # AWS assigns the queue's address, and one unknown value would hide the whole environment from the plan.
  override_resource {
    target          = aws_sqs_queue.queue
    override_during = plan

    values = {
      arn = "arn:aws:sqs:eu-west-1:123456789012:landing_case_notes"
      url = "https://sqs.eu-west-1.amazonaws.com/123456789012/landing_case_notes"
    }
  }

  assert {
    condition = aws_lambda_function.function.environment[0].variables == tomap({
      DATASET           = "case_notes"
      LANDING_ACCOUNT   = "123456789012"
      LANDING_BUCKET    = "mojap-landing"
      CURATED_BUCKET    = "mojap-curated"
      QUEUE_URL         = "https://sqs.eu-west-1.amazonaws.com/123456789012/landing_case_notes"
      SCHEMA_CONTRACT   = "freeze"
      EXCLUDE_TABLES    = "flyway_schema_history\naudit_*"
      EXCLUDE_COLUMNS   = "*.email\ncase_note.free_text"
      HASH_COLUMNS      = "offender.noms_id"
      HISTORY_DAYS      = "35"
      JAVA_TOOL_OPTIONS = "-XX:+TieredCompilation -XX:TieredStopAtLevel=4"
    })
    error_message = "The environment names the dataset, its buckets and queue, and what the reviewed YAML says of its tables."
  }

  assert {
    condition = (
      aws_lambda_function.function.runtime == "java21" &&
      aws_lambda_function.function.architectures == tolist(["arm64"]) &&
      aws_lambda_function.function.memory_size == 3008 &&
      aws_lambda_function.function.timeout == 900 &&
      aws_lambda_function.function.ephemeral_storage[0].size == 4096 &&
      aws_lambda_function.function.handler == "io.exportctl.landing.loader.LoaderHandler::handleRequest" &&
      aws_lambda_function.function.tracing_config[0].mode == "Active" &&
      aws_cloudwatch_log_group.function.retention_in_days == 365
    )
    error_message = "The function has the runtime and the size that the loader is built for."
  }

  assert {
    condition = (
      aws_lambda_function.function.s3_bucket == "mojap-landing-lambda" &&
      aws_lambda_function.function.s3_key == "landing-loader.zip" &&
      aws_lambda_function.function.s3_object_version == "3" &&
      aws_lambda_function.function.source_code_hash == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    )
    error_message = "The function runs the zip that was uploaded once, at its version."
  }

  assert {
    condition = (
      aws_lambda_event_source_mapping.queue.batch_size == 1 &&
      aws_lambda_event_source_mapping.queue.function_response_types == toset(["ReportBatchItemFailures"]) &&
      aws_lambda_event_source_mapping.queue.scaling_config[0].maximum_concurrency == 10
    )
    error_message = "Each part has a call of its own, at most ten at the same time."
  }
}

run "loader" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.function.assume_role_policy).Statement == [
      {
        Sid       = "LambdaRuns"
        Effect    = "Allow"
        Principal = { Service = "lambda.amazonaws.com" }
        Action    = "sts:AssumeRole"
      },
    ]
    error_message = "Lambda alone takes the role."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.function.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid      = "ReadExtractions"
          Effect   = "Allow"
          Action   = "s3:GetObject"
          Resource = "arn:aws:s3:::mojap-landing/case_notes/*"
        },
        {
          Sid       = "GiveVerdicts"
          Effect    = "Allow"
          Action    = "s3:PutObject"
          Resource  = "arn:aws:s3:::mojap-landing/case_notes/results/*"
          Condition = { Null = { "s3:if-none-match" = "false" } }
        },
        {
          Sid      = "KeepFilesOfTables"
          Effect   = "Allow"
          Action   = ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"]
          Resource = "arn:aws:s3:::mojap-curated/case_notes/*"
        },
        {
          Sid       = "ListFiles"
          Effect    = "Allow"
          Action    = "s3:ListBucket"
          Resource  = ["arn:aws:s3:::mojap-landing", "arn:aws:s3:::mojap-curated"]
          Condition = { StringLike = { "s3:prefix" = "case_notes/*" } }
        },
        {
          Sid    = "KeepTables"
          Effect = "Allow"
          Action = [
            "glue:UpdateTable",
            "glue:GetTables",
            "glue:GetTable",
            "glue:GetPartitions",
            "glue:DeleteTable",
            "glue:DeletePartition",
            "glue:CreateTable",
            "glue:CreatePartition",
          ]
          Resource = [
            "arn:aws:glue:eu-west-1:123456789012:table/case_notes_history/*",
            "arn:aws:glue:eu-west-1:123456789012:table/case_notes/*",
            "arn:aws:glue:eu-west-1:123456789012:database/case_notes_history",
            "arn:aws:glue:eu-west-1:123456789012:database/case_notes",
            "arn:aws:glue:eu-west-1:123456789012:catalog",
          ]
        },
        {
          Sid      = "WorkOnQueue"
          Effect   = "Allow"
          Action   = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:GetQueueAttributes", "sqs:DeleteMessage"]
          Resource = "arn:aws:sqs:eu-west-1:123456789012:landing_case_notes"
        },
        {
          Sid      = "Log"
          Effect   = "Allow"
          Action   = ["logs:PutLogEvents", "logs:CreateLogStream"]
          Resource = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/landing_case_notes-load:*"
        },
        {
          Sid      = "Trace"
          Effect   = "Allow"
          Action   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
          Resource = "*"
        },
      ]
    }
    error_message = "The function reads its own dataset's extractions and keeps its own tables; it destroys no bytes and overwrites no verdict."
  }
}

# Row 36 of the fault matrix: no extraction for max_age_hours, or a sweep that is silent.
run "alarms" {
  command = plan

  assert {
    condition = {
      for alarm in [
        aws_cloudwatch_metric_alarm.refused,
        aws_cloudwatch_metric_alarm.stale,
        aws_cloudwatch_metric_alarm.failing,
      ] :
      alarm.alarm_name => "${alarm.statistic} of ${alarm.namespace} ${alarm.metric_name} over ${alarm.period} s ${alarm.comparison_operator} ${alarm.threshold} in ${coalesce(alarm.datapoints_to_alarm, alarm.evaluation_periods)} of ${alarm.evaluation_periods}, ${alarm.treat_missing_data}"
      if alarm.dimensions == tomap({ dataset = "case_notes" })
      } == {
      landing_case_notes-refused = "Sum of exportctl refused over 300 s GreaterThanThreshold 0 in 1 of 1, notBreaching"
      landing_case_notes-stale   = "Maximum of exportctl age over 3600 s GreaterThanThreshold 93600 in 1 of 3, missing"
      landing_case_notes-failing = "Maximum of exportctl unfinished over 3600 s GreaterThanThreshold 0 in 2 of 3, notBreaching"
    }
    error_message = "A refusal, tables over 26 hours old and an extraction without a verdict raise alarms."
  }

  assert {
    condition = {
      for alarm in [
        aws_cloudwatch_metric_alarm.dead_letters,
        aws_cloudwatch_metric_alarm.oldest_message,
      ] :
      alarm.alarm_name => "${alarm.statistic} of ${alarm.namespace} ${alarm.metric_name} of ${alarm.dimensions["QueueName"]} over ${alarm.period} s ${alarm.comparison_operator} ${alarm.threshold} in ${alarm.evaluation_periods}, ${alarm.treat_missing_data}"
      } == {
      landing_case_notes-dead-letter    = "Maximum of AWS/SQS ApproximateNumberOfMessagesVisible of landing_case_notes-dead-letter over 300 s GreaterThanThreshold 0 in 1, notBreaching"
      landing_case_notes-oldest-message = "Maximum of AWS/SQS ApproximateAgeOfOldestMessage of landing_case_notes over 300 s GreaterThanThreshold 7200 in 1, notBreaching"
    }
    error_message = "Dead letters and messages that nothing takes on raise alarms."
  }

  assert {
    condition = alltrue([
      for actions in [
        aws_cloudwatch_metric_alarm.refused.alarm_actions,
        aws_cloudwatch_metric_alarm.stale.alarm_actions,
        aws_cloudwatch_metric_alarm.stale.ok_actions,
        aws_cloudwatch_metric_alarm.stale.insufficient_data_actions,
        aws_cloudwatch_metric_alarm.failing.alarm_actions,
        aws_cloudwatch_metric_alarm.failing.ok_actions,
        aws_cloudwatch_metric_alarm.dead_letters.alarm_actions,
        aws_cloudwatch_metric_alarm.dead_letters.ok_actions,
        aws_cloudwatch_metric_alarm.oldest_message.alarm_actions,
        aws_cloudwatch_metric_alarm.oldest_message.ok_actions,
      ] : actions == toset(["arn:aws:sns:eu-west-1:123456789012:alarms"])
    ]) && try(length(aws_cloudwatch_metric_alarm.refused.ok_actions), 0) == 0
    error_message = "Alarms and their ends are sent to the topic, but for the end of a refusal; so is a sweep that fell silent."
  }
}

run "takes_the_longest_name" {
  command = plan

  variables {
    name     = "a2345678901234567890123456789012345678901234567890"
    put_arns = ["arn:aws-us-gov:iam::210987654321:role/extractor"]

    platform = {
      account_id      = "123456789012"
      region          = "us-gov-west-1"
      partition       = "aws-us-gov"
      alarm_topic_arn = null
    }
  }

  assert {
    condition     = length(aws_iam_role.sweep.name) == 64 && output.role_arn == "arn:aws-us-gov:iam::123456789012:role/service-role/landing_${var.name}"
    error_message = "A role's name has at most 64 characters."
  }

  assert {
    condition = alltrue([
      for alarm in [
        aws_cloudwatch_metric_alarm.refused,
        aws_cloudwatch_metric_alarm.stale,
        aws_cloudwatch_metric_alarm.failing,
        aws_cloudwatch_metric_alarm.dead_letters,
        aws_cloudwatch_metric_alarm.oldest_message,
      ] : try(length(alarm.alarm_actions), 0) == 0
    ])
    error_message = "Without a topic an alarm only shows in CloudWatch."
  }

  assert {
    condition     = !strcontains(join(" ", [aws_iam_role.extractor[0].assume_role_policy, aws_iam_role_policy.extractor[0].policy, aws_iam_role_policy.function.policy, aws_sqs_queue.queue.policy]), "arn:aws:")
    error_message = "All ARNs are of the platform's partition."
  }
}

run "refuses_what_is_not_of_the_dataset" {
  command = plan

  variables {
    name            = "case-notes"
    put_arns        = ["arn:aws:iam::210987654321:role/*"]
    exclude_tables  = [" "]
    exclude_columns = ["case_note.free_text\n*.email"]
    hash_columns    = [""]
    schema_contract = "thaw"
    history_days    = 0
    max_age_hours   = 0.5
  }

  expect_failures = [
    var.name,
    var.put_arns,
    var.exclude_tables,
    var.exclude_columns,
    var.hash_columns,
    var.schema_contract,
    var.history_days,
    var.max_age_hours,
  ]
}

run "refuses_a_name_too_long_for_its_role_and_a_role_twice" {
  command = plan

  variables {
    name     = "a23456789012345678901234567890123456789012345678901"
    put_arns = ["arn:aws:iam::210987654321:role/extractor", "arn:aws:iam::210987654321:role/extractor"]
  }

  expect_failures = [
    var.name,
    var.put_arns,
  ]
}

run "refuses_more_patterns_than_the_environment_holds" {
  command = plan

  variables {
    exclude_columns = [for number in range(200) : "some_table.column_${number}"]
  }

  expect_failures = [aws_lambda_function.function]
}

run "stays_whole_while_it_is_closed" {
  command = plan

  variables {
    closed   = true
    put_arns = ["arn:aws:iam::210987654321:role/extractor"]
  }

  assert {
    condition = (
      aws_lambda_event_source_mapping.queue.enabled == false &&
      aws_lambda_function.function.reserved_concurrent_executions == 0 &&
      aws_scheduler_schedule.sweep.state == "DISABLED" &&
      aws_cloudwatch_metric_alarm.stale.actions_enabled == false
    )
    error_message = "Nothing is loaded while the dataset is closed, and nobody is told."
  }

  assert {
    condition     = length(aws_iam_role.extractor) == 1 && length(aws_iam_role_policy.extractor) == 0
    error_message = "The extractor's role stays, and may do nothing."
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
    condition     = endswith(aws_cloudwatch_metric_alarm.stale.alarm_description, " Owner: Tîm data carchardai. Contact: prison-data@example.org.")
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
