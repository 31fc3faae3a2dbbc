locals {
  arn = "arn:${var.partition}:s3:::${var.name}"
}

# Terraform never empties the bucket: without force_destroy S3 refuses to delete it while it holds files, and
# prevent_destroy refuses a plan that would replace it.
#trivy:ignore:AWS-0089 access is recorded by the account's CloudTrail data events
#trivy:ignore:AWS-0090 the platform's buckets keep versions but for the warehouse, whose tables keep snapshots; a pull bucket when its dataset asks for them
resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_18:access is recorded by the account's CloudTrail data events
  #checkov:skip=CKV_AWS_21:the platform's buckets keep versions but for the warehouse, whose tables keep snapshots; a pull bucket when its dataset asks for them
  #checkov:skip=CKV_AWS_144:what lies here is a copy of data that the platform or a service still has, so a second Region adds nothing
  #checkov:skip=CKV_AWS_145:SSE-S3 unless the caller names a key, since that would need a grant in the IAM of every outside account
  #checkov:skip=CKV2_AWS_62:only the export bucket and the landing bucket have events, through EventBridge, in <kind>_platform
  bucket = var.name
  tags   = var.tags

  lifecycle {
    prevent_destroy = true
  }
}

# The resources below change one bucket, one after the other: S3 answers 409 OperationAborted to some of these calls
# when they overlap (hashicorp/terraform-provider-aws#33552).

resource "aws_s3_bucket_public_access_block" "this" {
  bucket = aws_s3_bucket.this.bucket

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# ACLs are off: every file belongs to this account, whoever wrote it.
resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }

  depends_on = [aws_s3_bucket_public_access_block.this]
}

# Removing this resource suspends versioning, and a bucket that never had it stays as it was. The status "Suspended"
# from the start would differ: each delete would leave a marker.
resource "aws_s3_bucket_versioning" "this" {
  count = var.versioning ? 1 : 0

  bucket = aws_s3_bucket.this.bucket

  versioning_configuration {
    status = "Enabled"
  }

  depends_on = [aws_s3_bucket_ownership_controls.this]
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.bucket
  policy = data.aws_iam_policy_document.this.minified_json

  depends_on = [
    aws_s3_bucket_ownership_controls.this,
    aws_s3_bucket_versioning.this,
  ]
}

# The caller's statements, and a denial of all requests below TLS 1.2.
data "aws_iam_policy_document" "this" {
  source_policy_documents = var.policy_documents

  statement {
    sid       = "DenyWithoutTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [local.arn, "${local.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "DenyTlsBelow12"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [local.arn, "${local.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "NumericLessThan"
      variable = "s3:TlsVersion"
      values   = ["1.2"]
    }
  }
}

# SSE-S3 uses AWS's own key, which needs no grant in IAM. With a key of KMS, a bucket key saves most calls to it.
#trivy:ignore:AWS-0132 a customer key would need a grant in the IAM of every outside account
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.bucket

  rule {
    bucket_key_enabled = var.kms_key_arn == null ? null : true

    apply_server_side_encryption_by_default {
      sse_algorithm     = var.kms_key_arn == null ? "AES256" : "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }
  }

  depends_on = [aws_s3_bucket_policy.this]
}

# Old versions expire after recovery_days, also in a bucket whose versioning was switched off.
resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.bucket

  rule {
    id     = "expire-old-versions"
    status = "Enabled"

    filter {}

    expiration {
      expired_object_delete_marker = true
    }

    noncurrent_version_expiration {
      noncurrent_days = var.recovery_days
    }
  }

  # A rule of its own: S3 takes no days beside expired_object_delete_marker.
  dynamic "rule" {
    for_each = var.expiration_days == null ? [] : [var.expiration_days]

    content {
      id     = "expire-files"
      status = "Enabled"

      filter {
        prefix = var.expiration_prefix
      }

      expiration {
        days = rule.value
      }
    }
  }

  dynamic "rule" {
    for_each = var.expiration_tag == null ? [] : [var.expiration_tag]

    content {
      id     = "expire-tagged-files"
      status = "Enabled"

      filter {
        tag {
          key   = rule.value.key
          value = rule.value.value
        }
      }

      expiration {
        days = var.expiration_days
      }
    }
  }

  rule {
    id     = "abort-abandoned-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_server_side_encryption_configuration.this]
}
