locals {
  export_bucket_arn = "arn:${var.platform.partition}:s3:::${var.platform.export_bucket}"
}

# A user writes files for the push datasets that name the user, and reads, writes and deletes in such pull buckets.
# All datasets share a statement, since the inline policies of a role share 10,240 characters.
data "aws_iam_policy_document" "hub_exports" {
  for_each = local.present

  dynamic "statement" {
    for_each = length(each.value.push) > 0 ? [sort(distinct(each.value.push))] : []

    content {
      sid = "PushFiles"
      actions = [
        "s3:AbortMultipartUpload",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "s3:PutObjectAcl",
        "s3:PutObjectTagging",
      ]
      resources = [for name in statement.value : "${local.export_bucket_arn}/${name}/*"]
    }
  }

  dynamic "statement" {
    for_each = length(each.value.push) > 0 ? [sort(distinct(each.value.push))] : []

    content {
      sid       = "PushList"
      actions   = ["s3:ListBucket"]
      resources = [local.export_bucket_arn]

      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = [for name in statement.value : "${name}/*"]
      }
    }
  }

  dynamic "statement" {
    for_each = length(each.value.pull) > 0 ? [sort(distinct(each.value.pull))] : []

    content {
      sid = "PullFiles"
      actions = [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:DeleteObjectTagging",
        "s3:GetObject",
        "s3:GetObjectTagging",
        "s3:GetObjectVersion",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "s3:PutObjectTagging",
      ]
      resources = [for bucket in statement.value : "arn:${var.platform.partition}:s3:::${bucket}/*"]
    }
  }

  dynamic "statement" {
    for_each = length(each.value.pull) > 0 ? [sort(distinct(each.value.pull))] : []

    content {
      sid       = "PullList"
      actions   = ["s3:ListBucket"]
      resources = [for bucket in statement.value : "arn:${var.platform.partition}:s3:::${bucket}"]
    }
  }
}
