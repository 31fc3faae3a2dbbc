# Nothing here calls AWS.
provider "aws" {
  region     = "eu-west-1"
  access_key = "none"
  secret_key = "none"

  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

# AWS assigns these, and one unknown value would hide whole documents from the plan.
override_resource {
  target          = aws_secretsmanager_secret.key
  override_during = plan
  values          = { arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/key-AbCdEf" }
}

override_resource {
  target          = aws_secretsmanager_secret.oidc
  override_during = plan
  values          = { arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/oidc-AbCdEf" }
}

override_resource {
  target          = aws_secretsmanager_secret.dataflow
  override_during = plan
  values          = { arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/dataflow-AbCdEf" }
}

variables {
  url                 = "https://store.example.org"
  bucket              = "mojap-store"
  image               = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/exportctl/store@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  certificate_arn     = "arn:aws:acm:eu-west-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab"
  vpc_id              = "vpc-0123456789abcdef0"
  public_subnet_ids   = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  database_subnet_ids = ["subnet-00000000000000001", "subnet-00000000000000002"]
  allowed_cidrs       = ["198.51.100.0/24", "203.0.113.0/24"]
  issuer              = "https://sso.example.org"
  client_id           = "data-store"
  readers_of_all      = ["audit", "data-flow"]
  instance_class      = "db.t4g.micro"
  storage_gb          = 20
  multi_az            = false

  platform = {
    account_id      = "123456789012"
    region          = "eu-west-1"
    partition       = "aws"
    recovery_days   = 90
    alarm_topic_arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
  }
}

run "task" {
  command = plan

  override_resource {
    target          = aws_db_instance.store
    override_during = plan

    values = {
      resource_id = "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      endpoint    = "exportctl-store.abc.eu-west-1.rds.amazonaws.com:5432"

      master_user_secret = [{
        secret_arn    = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-AbCdEf"
        secret_status = "active"
        kms_key_id    = "alias/aws/secretsmanager"
      }]
    }
  }

  assert {
    condition = (
      jsondecode(aws_ecs_task_definition.store.container_definitions)[0].image == var.image &&
      jsondecode(aws_ecs_task_definition.store.container_definitions)[0].readonlyRootFilesystem &&
      jsondecode(aws_ecs_task_definition.store.container_definitions)[0].stopTimeout == 120 &&
      aws_ecs_task_definition.store.runtime_platform[0].cpu_architecture == "ARM64"
    )
    error_message = "The task runs the image of the digest, which cannot write but to /tmp, and has two minutes to stop."
  }

  assert {
    condition = { for one in jsondecode(aws_ecs_task_definition.store.container_definitions)[0].environment : one.name => one.value } == {
      STORE_DATABASE_IAM   = "true"
      STORE_DATABASE_URL   = "jdbc:postgresql://exportctl-store.abc.eu-west-1.rds.amazonaws.com:5432/store?user=store_app&sslmode=require"
      STORE_DATASETS       = "s3://mojap-store/config/sources/"
      STORE_OBJECTS        = "s3://mojap-store"
      STORE_OIDC_CLIENT_ID = "data-store"
      STORE_OIDC_ISSUER    = "https://sso.example.org"
      STORE_PUBLIC_URL     = "https://store.example.org"
      STORE_READERS_OF_ALL = "audit,data-flow"
    }
    error_message = "The environment has the settings of the service, and no secret."
  }

  assert {
    condition = { for one in jsondecode(aws_ecs_task_definition.store.container_definitions)[0].secrets : one.name => one.valueFrom } == {
      STORE_DATAFLOW_HAWK_ID   = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/dataflow-AbCdEf:hawk_id::"
      STORE_DATAFLOW_HAWK_KEY  = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/dataflow-AbCdEf:hawk_key::"
      STORE_DATAFLOW_URL       = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/dataflow-AbCdEf:url::"
      STORE_KEY                = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/key-AbCdEf"
      STORE_OIDC_CLIENT_SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:store/oidc-AbCdEf"
    }
    error_message = "ECS takes the secrets from Secrets Manager when it starts a task."
  }

  assert {
    condition = { for one in jsondecode(aws_ecs_task_definition.bootstrap.container_definitions)[0].secrets : one.name => one.valueFrom } == {
      STORE_DATABASE_USER     = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-AbCdEf:username::"
      STORE_DATABASE_PASSWORD = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-AbCdEf:password::"
    }
    error_message = "The task that makes the service's user signs in as the master."
  }

  assert {
    condition = (
      { for statement in jsondecode(aws_iam_role_policy.bootstrap.policy).Statement : statement.Sid => statement.Resource }["ReadMaster"] == "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-AbCdEf" &&
      !strcontains(aws_iam_role_policy.execution.policy, "rds!db") && !strcontains(aws_iam_role_policy.bootstrap.policy, "secret:store/")
    )
    error_message = "The master's secret is read by the task that makes the user, and by no other."
  }
}

run "permissions" {
  command = plan

  assert {
    condition = { for statement in jsondecode(aws_iam_role_policy.task.policy).Statement : statement.Sid => [statement.Action, statement.Resource] } == {
      ReadConfig = ["s3:GetObject", "arn:aws:s3:::mojap-store/config/*"]
      ReadAndWriteFiles = [
        ["s3:PutObject", "s3:GetObjectVersion", "s3:GetObject", "s3:AbortMultipartUpload"],
        ["arn:aws:s3:::mojap-store/uploads/*", "arn:aws:s3:::mojap-store/rejected/*", "arn:aws:s3:::mojap-store/datasets/*"],
      ]
      TagDiscarded = ["s3:PutObjectTagging", "arn:aws:s3:::mojap-store/uploads/*"]
      List         = ["s3:ListBucket", "arn:aws:s3:::mojap-store"]
    }
    error_message = "The service reads config objects, keeps files, and deletes nothing."
  }

  assert {
    condition = toset(flatten(jsondecode(aws_iam_role_policy.execution.policy).Statement[*].Action)) == toset([
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:GetAuthorizationToken",
      "ecr:GetDownloadUrlForLayer",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
      "secretsmanager:GetSecretValue",
    ])
    error_message = "ECS pulls the image, writes the log and reads three secrets."
  }
}

run "network" {
  command = plan

  assert {
    condition = (
      toset([for rule in aws_vpc_security_group_ingress_rule.load_balancer : "${rule.cidr_ipv4}:${rule.to_port}"]) == toset(["198.51.100.0/24:443", "203.0.113.0/24:443"]) &&
      aws_vpc_security_group_ingress_rule.task.from_port == 8080 &&
      aws_vpc_security_group_ingress_rule.task.cidr_ipv4 == null &&
      aws_vpc_security_group_ingress_rule.database.from_port == 5432 &&
      aws_vpc_security_group_ingress_rule.database.cidr_ipv4 == null
    )
    error_message = "Only the load balancer is reached from outside, and only from the allowed networks."
  }

  assert {
    condition = (
      aws_lb_listener.https.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06" &&
      aws_lb.store.drop_invalid_header_fields &&
      aws_lb.store.enable_deletion_protection &&
      aws_lb_target_group.store.health_check[0].path == "/healthcheck/ready"
    )
    error_message = "The load balancer takes TLS 1.2 and 1.3, and asks the service whether it is ready."
  }
}

run "public_tasks" {
  command = plan

  assert {
    condition     = aws_ecs_service.store.network_configuration[0].subnets == toset(var.public_subnet_ids) && aws_ecs_service.store.network_configuration[0].assign_public_ip
    error_message = "Without private subnets the tasks reach sources by an address of their own."
  }
}

run "private_tasks" {
  command = plan

  variables {
    private_subnet_ids = ["subnet-00000000000000003"]
  }

  assert {
    condition     = aws_ecs_service.store.network_configuration[0].subnets == toset(["subnet-00000000000000003"]) && !aws_ecs_service.store.network_configuration[0].assign_public_ip
    error_message = "With private subnets the tasks have no public address."
  }
}

run "database" {
  command = plan

  assert {
    condition = (
      aws_db_instance.store.storage_encrypted &&
      aws_db_instance.store.manage_master_user_password &&
      aws_db_instance.store.iam_database_authentication_enabled &&
      aws_db_instance.store.deletion_protection &&
      !aws_db_instance.store.publicly_accessible &&
      aws_db_instance.store.backup_retention_period == 35 &&
      aws_db_instance.store.max_allocated_storage == 100
    )
    error_message = "The database is encrypted, backed up, guarded against deletion, and without a password in the state."
  }
}

run "refuses_tags" {
  command = plan

  variables {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/exportctl/store:1.0.0"
  }

  expect_failures = [var.image]
}

run "refuses_a_single_zone" {
  command = plan

  variables {
    database_subnet_ids = ["subnet-00000000000000001"]
  }

  expect_failures = [var.database_subnet_ids]
}
