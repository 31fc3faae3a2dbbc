# Encrypts the warehouse and the jobs' logs. Without it the tables are lost: nothing deletes it, and its material changes
# every year.
resource "aws_kms_key" "warehouse" {
  description             = "Encrypts ${var.warehouse_bucket} and the logs of what fills it."
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.minified_json

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "warehouse" {
  name          = local.key_alias
  target_key_id = aws_kms_key.warehouse.key_id
}

locals {
  # An alias takes no dots.
  key_alias = "alias/exportctl/${replace(var.warehouse_bucket, ".", "_")}"
  home      = "${var.platform.region}:${var.platform.account_id}"

  # https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
  logs_service = "logs.${var.platform.region}.${data.aws_partition.current.dns_suffix}"
}

# The account's IAM decides who may use the key; nothing grants its use to all that may read the bucket.
data "aws_iam_policy_document" "key" {
  #checkov:skip=CKV_AWS_109:the policy of a key names the key by *
  #checkov:skip=CKV_AWS_111:the policy of a key names the key by *
  #checkov:skip=CKV_AWS_356:the policy of a key names the key by *
  statement {
    sid       = "AccountDecides"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${var.platform.partition}:iam::${var.platform.account_id}:root"]
    }
  }

  # CloudWatch Logs encrypts the logs of these jobs, and no others.
  statement {
    sid = "LogsAreEncrypted"
    actions = [
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "kms:ReEncryptFrom",
      "kms:ReEncryptTo",
    ]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = [local.logs_service]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:${var.platform.partition}:logs:${local.home}:log-group:/exportctl/ingest_*"]
    }
  }
}

data "aws_partition" "current" {}
