# The role of the program. It deletes nothing in the bucket; the secrets of sources are granted by the module source.
resource "aws_iam_role" "task" {
  name               = "${local.name}-task"
  assume_role_policy = data.aws_iam_policy_document.tasks.minified_json
}

resource "aws_iam_role_policy" "task" {
  name   = local.name
  role   = aws_iam_role.task.name
  policy = data.aws_iam_policy_document.task.minified_json
}

data "aws_iam_policy_document" "task" {
  statement {
    sid       = "ReadConfig"
    actions   = ["s3:GetObject"]
    resources = ["${local.bucket_arn}/config/*"]
  }

  statement {
    sid = "ReadAndWriteFiles"
    actions = [
      "s3:AbortMultipartUpload",
      "s3:GetObject",
      "s3:GetObjectVersion",
      "s3:PutObject",
    ]
    resources = [for folder in local.folders : "${local.bucket_arn}/${folder}/*"]
  }

  # The lifecycle of the bucket deletes uploads that a person discarded.
  statement {
    sid       = "TagDiscarded"
    actions   = ["s3:PutObjectTagging"]
    resources = ["${local.bucket_arn}/uploads/*"]

    condition {
      test     = "StringEquals"
      variable = "s3:RequestObjectTag/${local.discarded.key}"
      values   = [local.discarded.value]
    }
  }

  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = [local.bucket_arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = [for folder in concat(["config"], local.folders) : "${folder}/*"]
    }
  }
}

# It signs in to this database as its own user, whose tokens IAM makes. AWS assigns the id in the ARN: a policy of its own
# leaves the other one known in the first plan.
resource "aws_iam_role_policy" "connect" {
  name   = "${local.name}-connect"
  role   = aws_iam_role.task.name
  policy = data.aws_iam_policy_document.connect.minified_json
}

data "aws_iam_policy_document" "connect" {
  statement {
    sid       = "Connect"
    actions   = ["rds-db:connect"]
    resources = ["arn:${var.platform.partition}:rds-db:${local.home}:dbuser:${aws_db_instance.store.resource_id}/${local.database_user}"]
  }
}

# The role by which ECS starts a task.
resource "aws_iam_role" "execution" {
  name               = "${local.name}-execution"
  assume_role_policy = data.aws_iam_policy_document.tasks.minified_json
}

resource "aws_iam_role_policy" "execution" {
  name   = local.name
  role   = aws_iam_role.execution.name
  policy = data.aws_iam_policy_document.execution.minified_json
}

data "aws_iam_policy_document" "execution" {
  source_policy_documents = [data.aws_iam_policy_document.start.json]

  statement {
    sid       = "ReadSecrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [for name in ["dataflow", "key", "oidc"] : "arn:${var.platform.partition}:secretsmanager:${local.home}:secret:store/${name}-??????"]
  }
}

# Permissions of ECS for any task of the image.
data "aws_iam_policy_document" "start" {
  statement {
    sid = "PullImage"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
    ]
    resources = ["arn:${var.platform.partition}:ecr:${local.home}:repository/${local.repository}"]
  }

  # This action knows no resource.
  statement {
    sid       = "SignInToRegistry"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid = "WriteLog"
    actions = [
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ]
    resources = ["arn:${var.platform.partition}:logs:${local.home}:log-group:${local.log_group}:*"]
  }
}

# Tasks of this account take the roles.
data "aws_iam_policy_document" "tasks" {
  statement {
    sid     = "Tasks"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.platform.account_id]
    }
  }
}

locals {
  bucket_arn = "arn:${var.platform.partition}:s3:::${var.bucket}"
  folders    = ["datasets", "rejected", "uploads"]
}
