locals {
  time = split(":", var.daily_at)

  # EMR's own Iceberg, and nothing of a record on a disk in plain text or in a dump of the memory.
  spark_parameters = join(" ", [
    "--class io.exportctl.collection.ingestion.cli.Main",
    "--conf spark.jars=/usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar",
    "--conf spark.sql.extensions=org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
    "--conf spark.sql.session.timeZone=UTC",
    "--conf spark.io.encryption.enabled=true",
    "--conf spark.driver.extraJavaOptions=-XX:-HeapDumpOnOutOfMemoryError",
    "--conf spark.executor.extraJavaOptions=-XX:-HeapDumpOnOutOfMemoryError",
  ])

  # The names in angle brackets are filled in by EventBridge Scheduler:
  # https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
  runs = {
    for schedule, arguments in {
      (local.application_name) = ["run", "--config", local.job_file_url, "--at", "<aws.scheduler.scheduled-time>"]
      (local.maintenance_name) = ["maintain", "--config", local.job_file_url]
    } :
    schedule => {
      ApplicationId           = aws_emrserverless_application.this.id
      ClientToken             = "<aws.scheduler.execution-id>"
      ExecutionRoleArn        = local.job_role_arn
      Name                    = schedule
      ExecutionTimeoutMinutes = 720
      RetryPolicy             = { MaxAttempts = 2 }

      JobDriver = {
        SparkSubmit = {
          EntryPoint            = local.program_url
          EntryPointArguments   = arguments
          SparkSubmitParameters = local.spark_parameters
        }
      }

      ConfigurationOverrides = {
        MonitoringConfiguration = {
          CloudWatchLoggingConfiguration = {
            Enabled      = true
            LogGroupName = local.log_group_name
          }
          ManagedPersistenceMonitoringConfiguration = {
            Enabled = false
          }
        }
      }
    }
  }

  # Terraform escapes angle brackets in JSON, and Scheduler would not know its names by that.
  inputs = { for schedule, run in local.runs : schedule => replace(replace(jsonencode(run), "\\u003c", "<"), "\\u003e", ">") }
}

# Ingests a date every day. A run that was missed is made good by the next, which looks at earlier dates again.
resource "aws_scheduler_schedule" "run" {
  #checkov:skip=CKV_AWS_297:the input holds no data, and EventBridge Scheduler encrypts it with a key of its own
  name        = local.application_name
  description = "Ingests a date of ${var.name} every day at ${var.daily_at} (${var.time_zone})."

  schedule_expression          = "cron(${tonumber(local.time[1])} ${tonumber(local.time[0])} * * ? *)"
  schedule_expression_timezone = var.time_zone
  state                        = var.closed ? "DISABLED" : "ENABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:${var.platform.partition}:scheduler:::aws-sdk:emrserverless:startJobRun"
    role_arn = local.schedule_role_arn
    input    = local.inputs[local.application_name]

    dead_letter_config {
      arn = local.dead_letter_arn
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 2
    }
  }

  # Scheduler assumes the role when the schedule is created, and a job needs its role and its settings.
  depends_on = [
    aws_iam_role_policy.job,
    aws_iam_role_policy.schedule,
    aws_s3_object.job,
    aws_sqs_queue.dead_letter,
  ]
}

# Rewrites small files, and removes snapshots and files that are over their days, once a week.
resource "aws_scheduler_schedule" "maintain" {
  #checkov:skip=CKV_AWS_297:the input holds no data, and EventBridge Scheduler encrypts it with a key of its own
  name        = local.maintenance_name
  description = "Maintains the tables of ${var.name} every Sunday."

  schedule_expression = "cron(0 12 ? * SUN *)"
  state               = var.closed ? "DISABLED" : "ENABLED"

  # Spreads the datasets over the afternoon.
  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 240
  }

  target {
    arn      = "arn:${var.platform.partition}:scheduler:::aws-sdk:emrserverless:startJobRun"
    role_arn = local.schedule_role_arn
    input    = local.inputs[local.maintenance_name]

    dead_letter_config {
      arn = local.dead_letter_arn
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 2
    }
  }

  depends_on = [
    aws_iam_role_policy.job,
    aws_iam_role_policy.schedule,
    aws_s3_object.job,
    aws_sqs_queue.dead_letter,
  ]
}

# Starts jobs of this application under the job's role, and can do nothing else.
resource "aws_iam_role" "schedule" {
  name               = local.application_name
  path               = "/service-role/"
  description        = "Starts the jobs that ingest ${var.name}."
  assume_role_policy = data.aws_iam_policy_document.assume_schedule_role.minified_json

  force_detach_policies = true

  tags = local.tags
}

# Scheduler names the group of schedules that it acts for, never a single one:
# https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
data "aws_iam_policy_document" "assume_schedule_role" {
  statement {
    sid     = "SchedulerRuns"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [local.schedule_group_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.platform.account_id]
    }
  }
}

resource "aws_iam_role_policy" "schedule" {
  name   = local.application_name
  role   = aws_iam_role.schedule.name
  policy = jsonencode(local.start_jobs)
}

locals {
  # An object for the same reason as the trust of the job's role.
  start_jobs = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "StartJobs"
        Effect   = "Allow"
        Action   = "emr-serverless:StartJobRun"
        Resource = aws_emrserverless_application.this.arn
      },
      {
        Sid       = "HandOverJobRole"
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = local.job_role_arn
        Condition = { StringEquals = { "iam:PassedToService" = "emr-serverless.amazonaws.com" } }
      },
      {
        Sid      = "KeepDeadLetters"
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = local.dead_letter_arn
      },
    ]
  }
}
