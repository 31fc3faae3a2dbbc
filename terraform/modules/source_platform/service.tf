resource "aws_ecs_cluster" "store" {
  name = local.name
}

# Web and worker in one process. It stops within two minutes: requests end, a load is rolled back and due again.
resource "aws_ecs_task_definition" "store" {
  family                   = local.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  task_role_arn            = aws_iam_role.task.arn
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([{
    name                   = "store"
    image                  = var.image
    command                = ["serve"]
    essential              = true
    readonlyRootFilesystem = true
    stopTimeout            = 120
    portMappings           = [{ containerPort = local.port, protocol = "tcp" }]
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }]
    environment            = [for name, value in local.environment : { name = name, value = value }]
    secrets                = [for name, arn in local.secrets : { name = name, valueFrom = arn }]

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.store.name
        awslogs-region        = var.platform.region
        awslogs-stream-prefix = "store"
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

# The new task is healthy before the old one stops; one that never gets healthy is taken back.
resource "aws_ecs_service" "store" {
  name            = local.name
  cluster         = aws_ecs_cluster.store.id
  task_definition = aws_ecs_task_definition.store.arn
  launch_type     = "FARGATE"
  desired_count   = 1

  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 120

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  # Without private subnets, a public address in place of a NAT gateway, which would cost more than all the rest: nothing
  # comes in by it.
  network_configuration {
    subnets          = local.is_private ? var.private_subnet_ids : var.public_subnet_ids
    security_groups  = [aws_security_group.task.id]
    assign_public_ip = !local.is_private
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.store.arn
    container_name   = "store"
    container_port   = local.port
  }

  depends_on = [aws_lb_listener.https]
}

locals {
  is_private = length(var.private_subnet_ids) > 0

  environment = {
    STORE_DATABASE_IAM   = "true"
    STORE_DATABASE_URL   = "jdbc:postgresql://${aws_db_instance.store.endpoint}/${local.database_name}?user=${local.database_user}&sslmode=require"
    STORE_DATASETS       = "s3://${var.bucket}/config/sources/"
    STORE_OBJECTS        = "s3://${var.bucket}"
    STORE_OIDC_CLIENT_ID = var.client_id
    STORE_OIDC_ISSUER    = var.issuer
    STORE_PUBLIC_URL     = var.url
    STORE_READERS_OF_ALL = join(",", var.readers_of_all)
  }

  secrets = {
    STORE_DATAFLOW_HAWK_ID   = "${aws_secretsmanager_secret.dataflow.arn}:hawk_id::"
    STORE_DATAFLOW_HAWK_KEY  = "${aws_secretsmanager_secret.dataflow.arn}:hawk_key::"
    STORE_DATAFLOW_URL       = "${aws_secretsmanager_secret.dataflow.arn}:url::"
    STORE_KEY                = aws_secretsmanager_secret.key.arn
    STORE_OIDC_CLIENT_SECRET = aws_secretsmanager_secret.oidc.arn
  }
}
