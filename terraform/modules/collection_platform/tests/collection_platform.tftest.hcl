# Nothing here calls AWS.
provider "aws" {
  region     = "eu-west-1"
  access_key = "none"
  secret_key = "none"

  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variables {
  warehouse_bucket       = "mojap.warehouse"
  database               = "collections"
  subnet_ids             = ["subnet-0123456789abcdef0"]
  security_group_ids     = ["sg-0123456789abcdef0"]
  key_service_secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:ingestion-AbCdEf"
  kms_key_arns           = []
  status_table           = null
  artifacts              = { "ingestion.jar" = "versions.tf" } # any file will do

  platform = {
    account_id    = "123456789012"
    region        = "eu-west-1"
    partition     = "aws"
    recovery_days = 35
  }
}

run "warehouse" {
  command = plan

  assert {
    condition = (
      aws_kms_key.warehouse.enable_key_rotation &&
      aws_kms_alias.warehouse.name == "alias/exportctl/mojap_warehouse" &&
      aws_glue_catalog_database.collections.name == "collections" &&
      aws_glue_catalog_database.collections.location_uri == "s3://mojap.warehouse/tables"
    )
    error_message = "The key changes its material, and is found by the bucket's name; the tables lie in the warehouse."
  }

  assert {
    condition = [for statement in jsondecode(aws_kms_key.warehouse.policy).Statement : [statement.Sid, statement.Principal, statement.Action, lookup(statement, "Condition", null)]] == [
      ["AccountDecides", { AWS = "arn:aws:iam::123456789012:root" }, "kms:*", null],
      [
        "LogsAreEncrypted",
        { Service = "logs.eu-west-1.amazonaws.com" },
        ["kms:ReEncryptTo", "kms:ReEncryptFrom", "kms:GenerateDataKey", "kms:Encrypt", "kms:DescribeKey", "kms:Decrypt"],
        { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:eu-west-1:123456789012:log-group:/exportctl/ingest_*" } },
      ],
    ]
    error_message = "IAM decides who uses the key; CloudWatch Logs uses it for these logs alone."
  }

  assert {
    condition     = toset(flatten(jsondecode(module.warehouse_bucket.policy).Statement[*].Effect)) == toset(["Deny"])
    error_message = "The bucket's policy only denies: access is granted at the roles."
  }

  assert {
    condition = (
      output.warehouse_bucket == "mojap.warehouse" &&
      output.database == "collections" &&
      output.program_key == "code/ingestion.jar" &&
      output.subnet_ids == tolist(["subnet-0123456789abcdef0"]) &&
      output.security_group_ids == tolist(["sg-0123456789abcdef0"]) &&
      output.key_service_secret_arn == var.key_service_secret_arn &&
      length(output.kms_key_arns) == 0 &&
      output.status_table == null
    )
    error_message = "Collection datasets get the values that they are built from, known at the first plan."
  }
}

run "refuses_what_is_not_of_the_platform" {
  command = plan

  variables {
    warehouse_bucket   = "arn:aws:s3:::mojap-warehouse"
    database           = "Collections"
    subnet_ids         = []
    security_group_ids = ["subnet-0123456789abcdef0"]
  }

  expect_failures = [
    var.warehouse_bucket,
    var.database,
    var.subnet_ids,
    var.security_group_ids,
  ]
}
