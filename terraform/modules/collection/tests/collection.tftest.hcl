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
  name          = "claims"
  job           = "{\"format\": 1, \"name\": \"claims\"}"
  source_bucket = "corporate"
  source_prefix = "corporate_storage/ucfs_main/"
  daily_at      = "09:05"
  time_zone     = "Europe/London"
  maximum_vcpu  = 32

  platform = {
    account_id      = "123456789012"
    region          = "eu-west-1"
    partition       = "aws"
    alarm_topic_arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
  }

  collection_platform = {
    warehouse_bucket       = "mojap-warehouse"
    database               = "collections"
    kms_key_arn            = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    program_key            = "code/ingestion.jar"
    subnet_ids             = ["subnet-0123456789abcdef0"]
    security_group_ids     = ["sg-0123456789abcdef0"]
    key_service_secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:ingestion-AbCdEf"
    kms_key_arns           = []
    status_table           = null
  }
}

run "job" {
  command = plan

  # AWS assigns the application's id, and one unknown value would hide whole policies from the plan.
  override_resource {
    target          = aws_emrserverless_application.this
    override_during = plan

    values = {
      id  = "00abcdefghij0001"
      arn = "arn:aws:emr-serverless:eu-west-1:123456789012:/applications/00abcdefghij0001"
    }
  }

  assert {
    condition = (
      aws_emrserverless_application.this.name == "ingest_claims" &&
      aws_emrserverless_application.this.release_label == "emr-7.12.0" &&
      aws_emrserverless_application.this.type == "SPARK" &&
      aws_emrserverless_application.this.architecture == "ARM64" &&
      aws_emrserverless_application.this.maximum_capacity[0].cpu == "32 vCPU" &&
      aws_emrserverless_application.this.maximum_capacity[0].memory == "128 GB" &&
      aws_emrserverless_application.this.maximum_capacity[0].disk == "320 GB" &&
      aws_emrserverless_application.this.network_configuration[0].subnet_ids == toset(["subnet-0123456789abcdef0"]) &&
      aws_emrserverless_application.this.network_configuration[0].security_group_ids == toset(["sg-0123456789abcdef0"])
    )
    error_message = "The application has the release and the size that the program is built for, in the platform's network."
  }

  assert {
    condition = (
      aws_s3_object.job.bucket == "mojap-warehouse" &&
      aws_s3_object.job.key == "jobs/claims.json" &&
      aws_s3_object.job.content == var.job &&
      aws_s3_object.job.kms_key_id == var.collection_platform.kms_key_arn
    )
    error_message = "The job file lies in the warehouse, encrypted with its key."
  }

  assert {
    condition = (
      aws_cloudwatch_log_group.job.name == "/exportctl/ingest_claims" &&
      aws_cloudwatch_log_group.job.kms_key_id == var.collection_platform.kms_key_arn &&
      aws_cloudwatch_log_group.job.retention_in_days == 365 &&
      aws_iam_role.job.path == "/service-role/" &&
      aws_iam_role.job.name == "ingest_claims-job" &&
      output.role_arn == "arn:aws:iam::123456789012:role/service-role/ingest_claims-job" &&
      output.log_group_name == "/exportctl/ingest_claims"
    )
    error_message = "The owner of the source trusts this role's name, and the log is encrypted."
  }

  assert {
    condition = jsondecode(aws_iam_role.job.assume_role_policy).Statement == [
      {
        Sid       = "ApplicationRuns"
        Effect    = "Allow"
        Principal = { Service = "emr-serverless.amazonaws.com" }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = { "aws:SourceAccount" = "123456789012" }
          ArnEquals    = { "aws:SourceArn" = "arn:aws:emr-serverless:eu-west-1:123456789012:/applications/00abcdefghij0001" }
        }
      },
    ]
    error_message = "EMR Serverless takes the role for this application alone."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.job.policy).Statement == [
      {
        Sid      = "ReadSource"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "arn:aws:s3:::corporate/corporate_storage/ucfs_main/*"
      },
      {
        Sid       = "ListSource"
        Effect    = "Allow"
        Action    = "s3:ListBucket"
        Resource  = "arn:aws:s3:::corporate"
        Condition = { StringLike = { "s3:prefix" = "corporate_storage/ucfs_main/*" } }
      },
      {
        Sid    = "ReadJob"
        Effect = "Allow"
        Action = "s3:GetObject"
        Resource = [
          "arn:aws:s3:::mojap-warehouse/jobs/claims.json",
          "arn:aws:s3:::mojap-warehouse/code/ingestion.jar",
        ]
      },
      {
        Sid    = "KeepOwnFiles"
        Effect = "Allow"
        Action = ["s3:PutObject", "s3:GetObject", "s3:DeleteObject", "s3:AbortMultipartUpload"]
        Resource = [
          "arn:aws:s3:::mojap-warehouse/tables/claims_redacted/*",
          "arn:aws:s3:::mojap-warehouse/tables/claims_erased/*",
          "arn:aws:s3:::mojap-warehouse/tables/claims_changes/*",
          "arn:aws:s3:::mojap-warehouse/tables/claims/*",
          "arn:aws:s3:::mojap-warehouse/runs/claims/*",
          "arn:aws:s3:::mojap-warehouse/json_lines/claims/*",
          "arn:aws:s3:::mojap-warehouse/dead/claims/*",
        ]
      },
      {
        Sid      = "ListOwnFiles"
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = "arn:aws:s3:::mojap-warehouse"
        Condition = {
          StringLike = {
            "s3:prefix" = [
              "tables/claims/*",
              "tables/claims_changes/*",
              "tables/claims_erased/*",
              "tables/claims_redacted/*",
              "dead/claims/*",
              "json_lines/claims/*",
              "runs/claims/*",
              "jobs/claims.json",
            ]
          }
        }
      },
      {
        Sid    = "KeepOwnTables"
        Effect = "Allow"
        Action = ["glue:UpdateTable", "glue:GetTable", "glue:GetDatabase", "glue:CreateTable"]
        Resource = [
          "arn:aws:glue:eu-west-1:123456789012:table/collections/claims_redacted",
          "arn:aws:glue:eu-west-1:123456789012:table/collections/claims_erased",
          "arn:aws:glue:eu-west-1:123456789012:table/collections/claims_changes",
          "arn:aws:glue:eu-west-1:123456789012:table/collections/claims",
          "arn:aws:glue:eu-west-1:123456789012:database/collections",
          "arn:aws:glue:eu-west-1:123456789012:catalog",
        ]
      },
      {
        Sid      = "UseWarehouseKey"
        Effect   = "Allow"
        Action   = ["kms:GenerateDataKey", "kms:Decrypt"]
        Resource = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      },
      {
        Sid      = "ReadIdentity"
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:ingestion-AbCdEf"
      },
      {
        Sid      = "Log"
        Effect   = "Allow"
        Action   = ["logs:PutLogEvents", "logs:DescribeLogStreams", "logs:CreateLogStream"]
        Resource = "arn:aws:logs:eu-west-1:123456789012:log-group:/exportctl/ingest_claims:*"
      },
      {
        Sid      = "FindLog"
        Effect   = "Allow"
        Action   = "logs:DescribeLogGroups"
        Resource = "*"
      },
    ]
    error_message = "The job reads the source and keeps its own tables and files; it deletes nothing in the source, and reaches no other dataset."
  }
}

run "schedules" {
  command = plan

  override_resource {
    target          = aws_emrserverless_application.this
    override_during = plan

    values = {
      id  = "00abcdefghij0001"
      arn = "arn:aws:emr-serverless:eu-west-1:123456789012:/applications/00abcdefghij0001"
    }
  }

  assert {
    condition = (
      aws_scheduler_schedule.run.name == "ingest_claims" &&
      aws_scheduler_schedule.run.schedule_expression == "cron(5 9 * * ? *)" &&
      aws_scheduler_schedule.run.schedule_expression_timezone == "Europe/London" &&
      aws_scheduler_schedule.run.flexible_time_window[0].mode == "OFF" &&
      aws_scheduler_schedule.maintain.name == "ingest_claims-maintain" &&
      aws_scheduler_schedule.maintain.schedule_expression == "cron(0 12 ? * SUN *)"
    )
    error_message = "A date is ingested every day at its time, and the tables are maintained every week."
  }

  assert {
    condition = alltrue([
      for schedule in [aws_scheduler_schedule.run, aws_scheduler_schedule.maintain] :
      schedule.target[0].arn == "arn:aws:scheduler:::aws-sdk:emrserverless:startJobRun" &&
      schedule.target[0].role_arn == "arn:aws:iam::123456789012:role/service-role/ingest_claims" &&
      schedule.target[0].dead_letter_config[0].arn == "arn:aws:sqs:eu-west-1:123456789012:ingest_claims-dead-letter" &&
      schedule.target[0].retry_policy[0].maximum_retry_attempts == 2
    ])
    error_message = "Both start jobs of this application; a call that fails for good is a dead letter."
  }

  assert {
    condition = {
      for key, value in jsondecode(aws_scheduler_schedule.run.target[0].input) : key => value
      if !contains(["JobDriver", "ConfigurationOverrides"], key)
      } == {
      ApplicationId           = "00abcdefghij0001"
      ClientToken             = "<aws.scheduler.execution-id>"
      ExecutionRoleArn        = "arn:aws:iam::123456789012:role/service-role/ingest_claims-job"
      Name                    = "ingest_claims"
      ExecutionTimeoutMinutes = 720
      RetryPolicy             = { MaxAttempts = 2 }
    }
    error_message = "A call that is repeated starts no second job, and a job is tried twice."
  }

  assert {
    condition = (
      jsondecode(aws_scheduler_schedule.run.target[0].input).JobDriver.SparkSubmit.EntryPoint == "s3://mojap-warehouse/code/ingestion.jar" &&
      jsondecode(aws_scheduler_schedule.run.target[0].input).JobDriver.SparkSubmit.EntryPointArguments == ["run", "--config", "s3://mojap-warehouse/jobs/claims.json", "--at", "<aws.scheduler.scheduled-time>"] &&
      jsondecode(aws_scheduler_schedule.maintain.target[0].input).JobDriver.SparkSubmit.EntryPointArguments == ["maintain", "--config", "s3://mojap-warehouse/jobs/claims.json"] &&
      strcontains(jsondecode(aws_scheduler_schedule.run.target[0].input).JobDriver.SparkSubmit.SparkSubmitParameters, "--class io.exportctl.collection.ingestion.cli.Main ") &&
      strcontains(jsondecode(aws_scheduler_schedule.run.target[0].input).JobDriver.SparkSubmit.SparkSubmitParameters, "spark.io.encryption.enabled=true") &&
      !strcontains(jsondecode(aws_scheduler_schedule.run.target[0].input).JobDriver.SparkSubmit.SparkSubmitParameters, "+HeapDumpOnOutOfMemoryError")
    )
    error_message = "The job runs the program with the job file and the time of the schedule; nothing of a record is written to a disk in plain text."
  }

  # EventBridge Scheduler replaces the names in the text as it stands, not in what JSON means by it.
  assert {
    condition = (
      strcontains(aws_scheduler_schedule.run.target[0].input, "\"<aws.scheduler.scheduled-time>\"") &&
      strcontains(aws_scheduler_schedule.maintain.target[0].input, "\"<aws.scheduler.execution-id>\"")
    )
    error_message = "Angle brackets are not escaped."
  }

  assert {
    condition = jsondecode(aws_scheduler_schedule.run.target[0].input).ConfigurationOverrides.MonitoringConfiguration == {
      CloudWatchLoggingConfiguration            = { Enabled = true, LogGroupName = "/exportctl/ingest_claims" }
      ManagedPersistenceMonitoringConfiguration = { Enabled = false }
    }
    error_message = "Logs go to the dataset's own group, and nowhere else."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.schedule.policy).Statement == [
      {
        Sid      = "StartJobs"
        Effect   = "Allow"
        Action   = "emr-serverless:StartJobRun"
        Resource = "arn:aws:emr-serverless:eu-west-1:123456789012:/applications/00abcdefghij0001"
      },
      {
        Sid       = "HandOverJobRole"
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "arn:aws:iam::123456789012:role/service-role/ingest_claims-job"
        Condition = { StringEquals = { "iam:PassedToService" = "emr-serverless.amazonaws.com" } }
      },
      {
        Sid      = "KeepDeadLetters"
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = "arn:aws:sqs:eu-west-1:123456789012:ingest_claims-dead-letter"
      },
    ]
    error_message = "The schedules start jobs of this application under its role, and do nothing else."
  }

  assert {
    condition = jsondecode(aws_iam_role.schedule.assume_role_policy).Statement[0].Condition == {
      ArnEquals    = { "aws:SourceArn" = "arn:aws:scheduler:eu-west-1:123456789012:schedule-group/default" }
      StringEquals = { "aws:SourceAccount" = "123456789012" }
    }
    error_message = "Scheduler takes the role for this account's schedules alone."
  }
}

run "failures" {
  command = plan

  override_resource {
    target          = aws_emrserverless_application.this
    override_during = plan

    values = {
      id  = "00abcdefghij0001"
      arn = "arn:aws:emr-serverless:eu-west-1:123456789012:/applications/00abcdefghij0001"
    }
  }

  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.failed.event_pattern) == {
      source      = ["aws.emr-serverless"]
      detail-type = ["EMR Serverless Job Run State Change"]
      detail = {
        applicationId = ["00abcdefghij0001"]
        state         = ["CANCELLED", "FAILED"]
      }
    }
    error_message = "The rule takes runs of this application that failed or took too long."
  }

  assert {
    condition = (
      aws_sqs_queue.dead_letter.name == "ingest_claims-dead-letter" &&
      aws_sqs_queue.dead_letter.message_retention_seconds == 1209600 &&
      aws_sqs_queue.dead_letter.sqs_managed_sse_enabled &&
      [for statement in jsondecode(aws_sqs_queue.dead_letter.policy).Statement : [statement.Sid, statement.Effect, statement.Condition]] == [
        [
          "RuleSends", "Allow", {
            ArnEquals    = { "aws:SourceArn" = "arn:aws:events:eu-west-1:123456789012:rule/ingest_claims" }
            StringEquals = { "aws:SourceAccount" = "123456789012" }
          },
        ],
        ["DenyWithoutTls", "Deny", { Bool = { "aws:SecureTransport" = "false" } }],
      ]
    )
    error_message = "Only the dataset's own rule may send, and nobody without TLS."
  }

  assert {
    condition = {
      for alarm in [
        aws_cloudwatch_metric_alarm.dead_letters,
        aws_cloudwatch_metric_alarm.silent,
      ] :
      alarm.alarm_name => "${alarm.statistic} of ${alarm.namespace} ${alarm.metric_name} of ${join(",", values(alarm.dimensions))} over ${alarm.period} s ${alarm.comparison_operator} ${alarm.threshold} in ${alarm.evaluation_periods}, ${alarm.treat_missing_data}"
      } == {
      ingest_claims-dead-letter = "Maximum of AWS/SQS ApproximateNumberOfMessagesVisible of ingest_claims-dead-letter over 300 s GreaterThanThreshold 0 in 1, notBreaching"
      ingest_claims-silent      = "Sum of exportctl completed of claims over 86400 s LessThanThreshold 1 in 2, breaching"
    }
    error_message = "A failed job raises an alarm, and so do two days without a date."
  }

  assert {
    condition = alltrue([
      for actions in [
        aws_cloudwatch_metric_alarm.dead_letters.alarm_actions,
        aws_cloudwatch_metric_alarm.dead_letters.ok_actions,
        aws_cloudwatch_metric_alarm.silent.alarm_actions,
        aws_cloudwatch_metric_alarm.silent.ok_actions,
      ] : actions == toset(["arn:aws:sns:eu-west-1:123456789012:alarms"])
    ])
    error_message = "Alarms and their ends are sent to the topic."
  }
}

run "with_keys_of_kms_in_another_partition" {
  command = plan

  override_resource {
    target          = aws_emrserverless_application.this
    override_during = plan

    values = {
      id  = "00abcdefghij0001"
      arn = "arn:aws:emr-serverless:eu-west-1:123456789012:/applications/00abcdefghij0001"
    }
  }

  variables {
    name               = "a23456789012345678901234567890123456789012345678"
    source_kms_key_arn = "arn:aws-us-gov:kms:us-gov-west-1:210987654321:key/source"

    platform = {
      account_id      = "123456789012"
      region          = "us-gov-west-1"
      partition       = "aws-us-gov"
      alarm_topic_arn = null
    }

    collection_platform = {
      warehouse_bucket       = "mojap-warehouse"
      database               = "collections"
      kms_key_arn            = "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/warehouse"
      program_key            = "code/ingestion.jar"
      subnet_ids             = ["subnet-0123456789abcdef0"]
      security_group_ids     = ["sg-0123456789abcdef0"]
      key_service_secret_arn = null
      kms_key_arns           = ["arn:aws-us-gov:kms:us-gov-west-1:210987654321:key/sealed"]
      status_table           = "states"
    }
  }

  assert {
    condition     = length(aws_scheduler_schedule.maintain.name) == 64 && length(aws_iam_role.job.name) <= 64
    error_message = "A schedule's name has at most 64 characters."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_role_policy.job.policy).Statement : [statement.Action, statement.Resource]
      if contains(["DecryptSource", "OpenDataKeys", "TellStatus", "ReadIdentity"], statement.Sid)
      ] == [
      ["kms:Decrypt", "arn:aws-us-gov:kms:us-gov-west-1:210987654321:key/source"],
      ["kms:Decrypt", "arn:aws-us-gov:kms:us-gov-west-1:210987654321:key/sealed"],
      [
        ["dynamodb:UpdateItem", "dynamodb:PutItem", "dynamodb:GetItem"],
        "arn:aws-us-gov:dynamodb:us-gov-west-1:123456789012:table/states",
      ],
    ]
    error_message = "The job decrypts with the keys that are named, and reads no secret."
  }

  assert {
    condition = !strcontains(
      join(" ", [aws_iam_role_policy.job.policy, aws_sqs_queue.dead_letter.policy, aws_scheduler_schedule.run.target[0].arn]),
      "arn:aws:",
    )
    error_message = "All ARNs are of the platform's partition."
  }

  assert {
    condition     = try(length(aws_cloudwatch_metric_alarm.silent.alarm_actions), 0) == 0
    error_message = "Without a topic an alarm only shows in CloudWatch."
  }
}

run "refuses_what_is_not_of_the_dataset" {
  command = plan

  variables {
    name               = "a234567890123456789012345678901234567890123456789"
    job                = "{\"format\": 2}"
    source_bucket      = "arn:aws:s3:::corporate"
    source_prefix      = "corporate_storage/{year}/*"
    source_kms_key_arn = "alias/corporate"
    daily_at           = "9:05"
    time_zone          = "Europe London"
    maximum_vcpu       = 4
  }

  expect_failures = [
    var.name,
    var.job,
    var.source_bucket,
    var.source_prefix,
    var.source_kms_key_arn,
    var.daily_at,
    var.time_zone,
    var.maximum_vcpu,
  ]
}

run "stays_whole_while_it_is_closed" {
  command = plan

  variables {
    closed = true
  }

  assert {
    condition = (
      aws_scheduler_schedule.run.state == "DISABLED" &&
      aws_scheduler_schedule.maintain.state == "DISABLED" &&
      aws_cloudwatch_metric_alarm.silent.actions_enabled == false
    )
    error_message = "No job is started while the dataset is closed, and nobody is told."
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
    condition     = aws_sqs_queue.dead_letter.tags == tomap({ owner = "Tîm data carchardai", contact = "prison-data@example.org" })
    error_message = "The owner and the contact are tags."
  }

  assert {
    condition     = endswith(aws_cloudwatch_metric_alarm.silent.alarm_description, " Owner: Tîm data carchardai. Contact: prison-data@example.org.")
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
