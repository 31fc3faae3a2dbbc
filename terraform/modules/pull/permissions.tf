locals {
  bucket_arn = "arn:${var.platform.partition}:s3:::${var.bucket}"

  account_roles = { for arn in var.pull_arns : split(":", arn)[4] => arn... }

  # One entry per account. A role of another account is a condition on its account's root, because S3 refuses a policy
  # whose principal does not exist (hashicorp/terraform-provider-aws#8905): a deleted role then breaks nothing. For our
  # own account the root would only delegate to the role's own policies, so there the role is the principal.
  # While the dataset is closed there is no entry.
  readers = {
    for account, roles in local.account_roles : account => {
      principals = account == var.platform.account_id ? sort(roles) : ["arn:${var.platform.partition}:iam::${account}:root"]
      conditions = account == var.platform.account_id ? [] : [sort(roles)]
    } if !var.closed
  }

  read_actions = [
    "s3:GetObject",
    "s3:GetObjectTagging",
    "s3:GetObjectVersion",
  ]

  push_actions = [
    "s3:AbortMultipartUpload",
    "s3:DeleteObject",
    "s3:ListMultipartUploadParts",
    "s3:PutObject",
    "s3:PutObjectTagging",
  ]
}

# The dataset's roles read all files; with allow_push they also write and delete them. None of them can delete a
# version.
data "aws_iam_policy_document" "roles" {
  dynamic "statement" {
    for_each = local.readers

    content {
      sid       = "Files${statement.key}"
      actions   = sort(concat(local.read_actions, var.allow_push ? local.push_actions : []))
      resources = ["${local.bucket_arn}/*"]

      principals {
        type        = "AWS"
        identifiers = statement.value.principals
      }

      dynamic "condition" {
        for_each = statement.value.conditions

        content {
          test     = "ArnEquals"
          variable = "aws:PrincipalArn"
          values   = condition.value
        }
      }
    }
  }

  dynamic "statement" {
    for_each = local.readers

    content {
      sid = "Bucket${statement.key}"
      actions = [
        "s3:GetBucketLocation",
        "s3:ListBucket",
      ]
      resources = [local.bucket_arn]

      principals {
        type        = "AWS"
        identifiers = statement.value.principals
      }

      dynamic "condition" {
        for_each = statement.value.conditions

        content {
          test     = "ArnEquals"
          variable = "aws:PrincipalArn"
          values   = condition.value
        }
      }
    }
  }
}
