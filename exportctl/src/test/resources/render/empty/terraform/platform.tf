# Rendered by exportctl from datasets/platform.yaml. Do not edit.

provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["000000000001"]

  default_tags {
    tags = {
    }
  }
}

# Values that all datasets share; the module creates nothing.
module "platform" {
  source = "./modules/platform"

  account_id      = "000000000001"
  region          = "eu-west-1"
  recovery_days   = 1
  alarm_topic_arn = null
}
