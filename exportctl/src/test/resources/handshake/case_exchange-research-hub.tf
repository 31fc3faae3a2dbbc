# Permissions that the roles of the export pull/case_exchange need in their own account to use the bucket
# example-case-exchange.
data "aws_iam_policy_document" "case_exchange" {
  statement {
    sid = "FilesCaseExchange"
    actions = [
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:GetObjectTagging",
      "s3:GetObjectVersion",
      "s3:ListMultipartUploadParts",
      "s3:PutObject",
      "s3:PutObjectTagging",
    ]
    resources = [
      "arn:aws:s3:::example-case-exchange/*",
    ]
  }

  statement {
    sid = "BucketCaseExchange"
    actions = [
      "s3:GetBucketLocation",
      "s3:ListBucket",
    ]
    resources = [
      "arn:aws:s3:::example-case-exchange",
    ]
  }
}

resource "aws_iam_policy" "case_exchange" {
  name        = "exports-example-case-exchange"
  description = "May read, write and delete files in example-case-exchange."
  policy      = data.aws_iam_policy_document.case_exchange.json
}

# In the account Research hub (210987654321).
resource "aws_iam_role_policy_attachment" "case_exchange_1_1" {
  role       = "reader"
  policy_arn = aws_iam_policy.case_exchange.arn
}

# In the account Research hub (210987654321).
resource "aws_iam_role_policy_attachment" "case_exchange_1_2" {
  role       = "writer"
  policy_arn = aws_iam_policy.case_exchange.arn
}
