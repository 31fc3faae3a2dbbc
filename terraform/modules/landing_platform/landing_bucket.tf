# Services write extractions of their databases here, under the names of their datasets. A file expires after
# recovery_days, be it of an extraction that was published or of one that was refused. No dataset's role may overwrite or
# delete one.
module "landing_bucket" {
  source = "../bucket"

  name             = var.bucket
  partition        = var.platform.partition
  versioning       = true
  recovery_days    = var.platform.recovery_days
  expiration_days  = var.platform.recovery_days
  policy_documents = [data.aws_iam_policy_document.uploads.minified_json]
}

# A file that is encrypted with its writer's own key (SSE-C) cannot be loaded: nobody else can read it. The writer is told
# so at once.
data "aws_iam_policy_document" "uploads" {
  statement {
    sid       = "DenyCustomerProvidedKeys"
    effect    = "Deny"
    actions   = ["s3:PutObject"]
    resources = ["arn:${var.platform.partition}:s3:::${var.bucket}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Null"
      variable = "s3:x-amz-server-side-encryption-customer-algorithm"
      values   = ["false"]
    }
  }
}

# Every new file becomes an event on the account's default bus; each landing dataset has a rule there for its own
# manifests.
resource "aws_s3_bucket_notification" "landing_bucket" {
  bucket      = module.landing_bucket.name
  eventbridge = true

  depends_on = [module.landing_bucket]
}
