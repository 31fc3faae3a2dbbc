# A task that an engineer starts once: signed in as the database's master, it makes the user of the service, which has no
# password. Its execution role alone reads the master's secret.
resource "aws_ecs_task_definition" "bootstrap" {
  family                   = "${local.name}-bootstrap"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.bootstrap.arn

  container_definitions = jsonencode([{
    name                   = "bootstrap"
    image                  = var.image
    command                = ["bootstrap", "--user", local.database_user]
    essential              = true
    readonlyRootFilesystem = true
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }]

    environment = [{
      name  = "STORE_DATABASE_URL"
      value = "jdbc:postgresql://${aws_db_instance.store.endpoint}/${local.database_name}?sslmode=require"
    }]

    secrets = [
      { name = "STORE_DATABASE_USER", valueFrom = "${local.master_secret}:username::" },
      { name = "STORE_DATABASE_PASSWORD", valueFrom = "${local.master_secret}:password::" },
    ]

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.store.name
        awslogs-region        = var.platform.region
        awslogs-stream-prefix = "bootstrap"
      }
    }
  }])

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  volume {
    name = "tmp"
  }
}

resource "aws_iam_role" "bootstrap" {
  name               = "${local.name}-bootstrap"
  assume_role_policy = data.aws_iam_policy_document.tasks.minified_json
}

resource "aws_iam_role_policy" "bootstrap" {
  name   = local.name
  role   = aws_iam_role.bootstrap.name
  policy = data.aws_iam_policy_document.bootstrap.minified_json
}

data "aws_iam_policy_document" "bootstrap" {
  source_policy_documents = [data.aws_iam_policy_document.start.json]

  statement {
    sid       = "ReadMaster"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [local.master_secret]
  }
}

locals {
  # RDS makes it, and encrypts it with the key of AWS for Secrets Manager.
  master_secret = aws_db_instance.store.master_user_secret[0].secret_arn
}
