# Rendered by exportctl from datasets/platform.yaml. Do not edit.

provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["000000000001"]

  default_tags {
    tags = {
    }
  }
}

# The export bucket s3://exp/, and what all datasets share.
module "platform" {
  source = "./modules/platform"

  account_id      = "000000000001"
  region          = "eu-west-1"
  export_bucket   = "exp"
  lambda_zip      = var.lambda_zip
  recovery_days   = 1
  alarm_topic_arn = null
}
