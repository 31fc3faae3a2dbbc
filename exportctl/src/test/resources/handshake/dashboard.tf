# Permissions that the roles of the export pull/dashboard need in their own account to use the bucket
# example-dashboard.
data "aws_iam_policy_document" "dashboard" {
  statement {
    sid = "FilesDashboard"
    actions = [
      "s3:GetObject",
      "s3:GetObjectTagging",
      "s3:GetObjectVersion",
    ]
    resources = [
      "arn:aws:s3:::example-dashboard/*",
    ]
  }

  statement {
    sid = "BucketDashboard"
    actions = [
      "s3:GetBucketLocation",
      "s3:ListBucket",
    ]
    resources = [
      "arn:aws:s3:::example-dashboard",
    ]
  }
}

resource "aws_iam_policy" "dashboard" {
  name        = "exports-example-dashboard"
  description = "May read files in example-dashboard."
  policy      = data.aws_iam_policy_document.dashboard.json
}

# In the account Research hub (210987654321).
resource "aws_iam_role_policy_attachment" "dashboard_1_1" {
  role       = "dashboard"
  policy_arn = aws_iam_policy.dashboard.arn
}
