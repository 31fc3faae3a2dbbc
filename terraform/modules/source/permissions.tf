# The service reads the headers of requests to this source, and no others by this.
resource "aws_iam_role_policy" "headers" {
  count = var.headers_secret == null || var.closed ? 0 : 1

  name   = "source_${var.name}"
  role   = var.source_platform.task_role_name
  policy = data.aws_iam_policy_document.headers.minified_json
}

data "aws_iam_policy_document" "headers" {
  statement {
    sid       = "ReadHeaders"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [local.secret_arn]
  }
}

locals {
  # Secrets Manager puts a hyphen and six characters of its own behind the name.
  secret_arn = "arn:${var.platform.partition}:secretsmanager:${var.platform.region}:${var.platform.account_id}:secret:${coalesce(var.headers_secret, "-")}-??????"
}
