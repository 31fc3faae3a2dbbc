# Rendered by exportctl from datasets/platform.yaml. Do not edit.

# The warehouse of all collection datasets, and the program that fills it. They stay when the last collection dataset goes.
module "collection_platform" {
  source = "./modules/collection_platform"

  warehouse_bucket = "example-hub-warehouse"
  database         = "collections"

  subnet_ids = [
    "subnet-0123456789abcdef0",
    "subnet-0fedcba9876543210",
  ]

  security_group_ids = [
    "sg-0123456789abcdef0",
  ]

  key_service_secret_arn = "arn:aws:secretsmanager:eu-west-2:123456789012:secret:ingestion-AbCdEf"
  kms_key_arns           = []
  status_table           = null
  artifacts              = var.artifacts
  platform               = module.platform
}
