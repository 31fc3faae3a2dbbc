locals {
  account_roles = { for arn in var.put_arns : split(":", arn)[4] => arn... }

  # Objects of an extraction.
  upload_arns = [
    "${local.landing_arn}/data/*",
    "${local.landing_arn}/logs/*",
    "${local.landing_arn}/metadata/*",
  ]
}

# The extractor takes this role from the service's own role, beside the service's database. While nobody may take it there
# is none.
resource "aws_iam_role" "extractor" {
  count = length(var.put_arns) > 0 ? 1 : 0

  name               = local.extractor_name
  path               = "/service-role/"
  description        = "Writes extractions to ${var.landing_platform.bucket}/${var.name}/."
  assume_role_policy = data.aws_iam_policy_document.assume_extractor_role.minified_json

  # IAM refuses to delete a role that somebody attached a policy to.
  force_detach_policies = true

  tags = local.tags
}

# One entry per account. A role is a condition on its account's root, because IAM refuses a policy whose principal does not
# exist (hashicorp/terraform-provider-aws#8905): a deleted role then breaks nothing, and nobody takes its place.
data "aws_iam_policy_document" "assume_extractor_role" {
  dynamic "statement" {
    for_each = local.account_roles

    content {
      sid     = "Account${statement.key}"
      actions = ["sts:AssumeRole"]

      principals {
        type        = "AWS"
        identifiers = ["arn:${var.platform.partition}:iam::${statement.key}:root"]
      }

      condition {
        test     = "ArnEquals"
        variable = "aws:PrincipalArn"
        values   = sort(statement.value)
      }
    }
  }
}

# While the dataset is closed the role stays, and may do nothing; that ends the sessions that it has too.
resource "aws_iam_role_policy" "extractor" {
  count = length(var.put_arns) > 0 && !var.closed ? 1 : 0

  name   = local.extractor_name
  role   = aws_iam_role.extractor[0].name
  policy = data.aws_iam_policy_document.extractor.minified_json
}

# Creates files of this dataset, and reads the verdicts on them. It cannot read, list, overwrite or delete an extraction,
# not even its own.
data "aws_iam_policy_document" "extractor" {
  # With If-None-Match, S3 refuses a key that exists.
  statement {
    sid       = "CreateFiles"
    actions   = ["s3:PutObject"]
    resources = local.upload_arns

    condition {
      test     = "Null"
      variable = "s3:if-none-match"
      values   = ["false"]
    }
  }

  # The calls that begin an upload in parts and send the parts take no If-None-Match, and create no file. The call that
  # completes it takes one:
  # https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
  statement {
    sid       = "SendParts"
    actions   = ["s3:PutObject"]
    resources = local.upload_arns

    condition {
      test     = "Bool"
      variable = "s3:ObjectCreationOperation"
      values   = ["false"]
    }
  }

  statement {
    sid = "ManageUploads"
    actions = [
      "s3:AbortMultipartUpload",
      "s3:ListMultipartUploadParts",
    ]
    resources = local.upload_arns
  }

  statement {
    sid       = "ReadVerdicts"
    actions   = ["s3:GetObject"]
    resources = ["${local.landing_arn}/results/*"]
  }

  # S3 answers 403 rather than 404 for a verdict that is missing: the extractor waits for it by a listing.
  statement {
    sid       = "ListVerdicts"
    actions   = ["s3:ListBucket"]
    resources = [local.landing_bucket_arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["${var.name}/results/*"]
    }
  }
}
