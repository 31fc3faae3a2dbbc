locals {
  # EMR Serverless takes the role for this application alone. An object, as Terraform puts off the reading of a document that
  # names a new resource, and tests could not see it.
  assume_job_role = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "ApplicationRuns"
        Effect    = "Allow"
        Principal = { Service = "emr-serverless.amazonaws.com" }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = { "aws:SourceAccount" = var.platform.account_id }
          ArnEquals    = { "aws:SourceArn" = aws_emrserverless_application.this.arn }
        }
      },
    ]
  }
}

resource "aws_iam_role" "job" {
  name               = local.job_name
  path               = "/service-role/"
  description        = "Ingests ${var.name} from s3://${var.source_bucket}/${var.source_prefix} into its tables."
  assume_role_policy = jsonencode(local.assume_job_role)

  # IAM refuses to delete a role that somebody attached a policy to.
  force_detach_policies = true

  tags = local.tags
}

resource "aws_iam_role_policy" "job" {
  name   = local.job_name
  role   = aws_iam_role.job.name
  policy = data.aws_iam_policy_document.job.minified_json
}

# Reads the source, and keeps this dataset's own tables and files. It can change nothing in the source, and reaches no
# other dataset's tables.
data "aws_iam_policy_document" "job" {
  #checkov:skip=CKV_AWS_356:CloudWatch Logs knows no resource for DescribeLogGroups; all else names its own
  statement {
    sid       = "ReadSource"
    actions   = ["s3:GetObject"]
    resources = ["${local.source_arn}/${var.source_prefix}*"]
  }

  statement {
    sid       = "ListSource"
    actions   = ["s3:ListBucket"]
    resources = [local.source_arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["${var.source_prefix}*"]
    }
  }

  dynamic "statement" {
    for_each = compact([var.source_kms_key_arn])

    content {
      sid       = "DecryptSource"
      actions   = ["kms:Decrypt"]
      resources = [statement.value]
    }
  }

  statement {
    sid     = "ReadJob"
    actions = ["s3:GetObject"]
    resources = [
      "${local.warehouse_arn}/${local.job_file_key}",
      "${local.warehouse_arn}/${var.collection_platform.program_key}",
    ]
  }

  statement {
    sid = "KeepOwnFiles"
    actions = [
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:PutObject",
    ]
    resources = [for folder in local.own_folders : "${local.warehouse_arn}/${folder}*"]
  }

  # A role that lists some prefixes alone gets 403 rather than 404 for a file that is missing elsewhere.
  statement {
    sid       = "ListOwnFiles"
    actions   = ["s3:ListBucket"]
    resources = [local.warehouse_arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = concat([for folder in local.own_folders : "${folder}*"], [local.job_file_key])
    }
  }

  # Glue asks for an action on a table, on its database and on the catalog.
  statement {
    sid = "KeepOwnTables"
    actions = [
      "glue:CreateTable",
      "glue:GetDatabase",
      "glue:GetTable",
      "glue:UpdateTable",
    ]
    resources = concat(
      [
        "${local.catalog_arn}:catalog",
        "${local.catalog_arn}:database/${var.collection_platform.database}",
      ],
      [for table in local.tables : "${local.catalog_arn}:table/${var.collection_platform.database}/${table}"],
    )
  }

  statement {
    sid = "UseWarehouseKey"
    actions = [
      "kms:Decrypt",
      "kms:GenerateDataKey",
    ]
    resources = [var.collection_platform.kms_key_arn]
  }

  # The certificate that the key service trusts.
  dynamic "statement" {
    for_each = compact([var.collection_platform.key_service_secret_arn])

    content {
      sid       = "ReadIdentity"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = length(var.collection_platform.kms_key_arns) > 0 ? [var.collection_platform.kms_key_arns] : []

    content {
      sid       = "OpenDataKeys"
      actions   = ["kms:Decrypt"]
      resources = statement.value
    }
  }

  dynamic "statement" {
    for_each = compact([var.collection_platform.status_table])

    content {
      sid = "TellStatus"
      actions = [
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
      ]
      resources = ["arn:${var.platform.partition}:dynamodb:${local.home}:table/${statement.value}"]
    }
  }

  statement {
    sid = "Log"
    actions = [
      "logs:CreateLogStream",
      "logs:DescribeLogStreams",
      "logs:PutLogEvents",
    ]
    resources = ["${local.log_group_arn}:*"]
  }

  statement {
    sid       = "FindLog"
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"]
  }
}
