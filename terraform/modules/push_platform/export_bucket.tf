# Analysts write files here, under the names of their datasets. Versioning makes every delete and overwrite reversible
# for recovery_days; no function may delete a version.
module "export_bucket" {
  source = "../bucket"

  name             = var.export_bucket
  partition        = var.platform.partition
  versioning       = true
  recovery_days    = var.platform.recovery_days
  policy_documents = [data.aws_iam_policy_document.uploads.minified_json]
}

# A file that is encrypted with its writer's own key (SSE-C) cannot be delivered: nobody else can read it. The writer is
# told so at once.
data "aws_iam_policy_document" "uploads" {
  statement {
    sid       = "DenyCustomerProvidedKeys"
    effect    = "Deny"
    actions   = ["s3:PutObject"]
    resources = ["arn:${var.platform.partition}:s3:::${var.export_bucket}/*"]

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

# Every new file becomes an event on the account's default bus; each push dataset has a rule there for its own files.
resource "aws_s3_bucket_notification" "export_bucket" {
  bucket      = module.export_bucket.name
  eventbridge = true

  depends_on = [module.export_bucket]
}
