# Permissions that collection/payments needs to read s3://example-corporate/corporate_storage/{year}/{month}/{day}/core/payment/
# Apply them once this role exists: arn:aws:iam::123456789012:role/service-role/ingest_payments-job

# A bucket has one policy: name this document in source_policy_documents of the one that you have.
data "aws_iam_policy_document" "payments_bucket" {
  statement {
    sid = "ReadsPayments"
    actions = [
      "s3:GetObject",
    ]
    resources = [
      "arn:aws:s3:::example-corporate/corporate_storage/*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/service-role/ingest_payments-job"]
    }
  }

  statement {
    sid = "ListsPayments"
    actions = [
      "s3:ListBucket",
    ]
    resources = [
      "arn:aws:s3:::example-corporate",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/service-role/ingest_payments-job"]
    }
  }
}
