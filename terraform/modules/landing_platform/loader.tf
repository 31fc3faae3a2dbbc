# Holds the loader's code for the functions of all landing datasets.
module "lambda_bucket" {
  source = "../bucket"

  name          = "${var.bucket}-lambda"
  partition     = var.platform.partition
  versioning    = true
  recovery_days = var.platform.recovery_days
}

module "loader" {
  source = "../artifact"

  name   = "landing-loader.zip"
  paths  = var.artifacts
  bucket = module.lambda_bucket.name
}
