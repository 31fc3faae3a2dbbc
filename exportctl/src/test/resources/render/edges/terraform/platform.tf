# Rendered by exportctl from datasets/platform.yaml. Do not edit.

provider "aws" {
  region              = "us-gov-west-1"
  allowed_account_ids = ["012345678901"]

  default_tags {
    tags = {
      "A longer name with spaces" = "Grüße / 日本 = 100"
      "cost:centre"               = "="
      "o"                         = "short"
    }
  }
}

# Values that all datasets share; the module creates nothing.
module "platform" {
  source = "./modules/platform"

  account_id      = "012345678901"
  region          = "us-gov-west-1"
  recovery_days   = 3650
  alarm_topic_arn = null
}
