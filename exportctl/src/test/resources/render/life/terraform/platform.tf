# Rendered by exportctl from datasets/platform.yaml. Do not edit.

provider "aws" {
  region              = "eu-west-2"
  allowed_account_ids = ["123456789012"]

  default_tags {
    tags = {
      "application"   = "data-exports"
      "business-unit" = "data-platform"
      "environment"   = "production"
      "owner"         = "Data engineering: data-engineering@example.org"
    }
  }
}

# Values that all datasets share; the module creates nothing.
module "platform" {
  source = "./modules/platform"

  account_id      = "123456789012"
  region          = "eu-west-2"
  recovery_days   = 35
  alarm_topic_arn = "arn:aws:sns:eu-west-2:123456789012:data-platform-alarms"
}
