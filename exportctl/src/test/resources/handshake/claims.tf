# Permissions that collection/claims needs to read s3://example-corporate/corporate_storage/ucfs_main/{year}/{month}/{day}/core/claim/
# Apply them once this role exists: arn:aws:iam::123456789012:role/service-role/ingest_claims-job

# A bucket has one policy: name this document in source_policy_documents of the one that you have.
data "aws_iam_policy_document" "claims_bucket" {
  statement {
    sid = "ReadsClaims"
    actions = [
      "s3:GetObject",
    ]
    resources = [
      "arn:aws:s3:::example-corporate/corporate_storage/ucfs_main/*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/service-role/ingest_claims-job"]
    }
  }

  statement {
    sid = "ListsClaims"
    actions = [
      "s3:ListBucket",
    ]
    resources = [
      "arn:aws:s3:::example-corporate",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/service-role/ingest_claims-job"]
    }
  }
}

# To be added to the policy of the key arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab.
data "aws_iam_policy_document" "claims_key" {
  statement {
    sid = "DecryptsClaims"
    actions = [
      "kms:Decrypt",
    ]
    resources = [
      "*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/service-role/ingest_claims-job"]
    }
  }
}
