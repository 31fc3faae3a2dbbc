# Holds the mover's code for the functions of all push datasets.
module "lambda_bucket" {
  source = "../bucket"

  name          = "${var.export_bucket}-lambda"
  partition     = var.platform.partition
  versioning    = true
  recovery_days = var.platform.recovery_days
}

module "mover" {
  source = "../artifact"

  name   = "export-lambda.zip"
  paths  = var.artifacts
  bucket = module.lambda_bucket.name
}
