# The single root that exportctl 0.1.0 rendered for two datasets of the e2e workspace, in one file. The modules platform
# and users are those of that version; bucket, push and pull are today's, whose addresses have not changed.
terraform {
  backend "s3" {
    key          = "exportctl/terraform.tfstate"
    encrypt      = true
    use_lockfile = true
  }

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "lambda_zip" {
  type = string
}

provider "aws" {
  region              = "eu-west-2"
  allowed_account_ids = ["123456789012"]

  default_tags {
    tags = {
      "owner" = "Grüße: data@example.org"
    }
  }
}

module "platform" {
  source = "./modules/platform"

  account_id      = "123456789012"
  region          = "eu-west-2"
  export_bucket   = "e2e-hub-exports"
  lambda_zip      = var.lambda_zip
  recovery_days   = 35
  alarm_topic_arn = "arn:aws:sns:eu-west-2:123456789012:alarms"
}

module "users" {
  source = "./modules/users"

  users = {
    "alpha_user_one" = {
      push = ["arrivals"]
      pull = ["e2e-dashboard"]
    }
    "alpha_user_without_role" = {
      push = ["arrivals"]
      pull = []
    }
  }

  platform = module.platform
}

module "push" {
  source = "./modules/push"

  for_each = {
    "arrivals" = {
      target_bucket = "receiver-arrivals"
      keep_files    = false
      kms_key_arn   = null
    }
  }

  name          = each.key
  target_bucket = each.value.target_bucket
  keep_files    = each.value.keep_files
  kms_key_arn   = each.value.kms_key_arn
  platform      = module.platform

  push_platform = {
    export_bucket = module.platform.export_bucket
    mover         = module.platform.lambda
  }
}

module "pull_dashboard" {
  source = "./modules/pull"

  bucket            = "e2e-dashboard"
  allow_push        = false
  bucket_versioning = false
  platform          = module.platform

  pull_arns = [
    "arn:aws:iam::123456789012:role/our-reader",
    "arn:aws:iam::210987654321:role/dashboard-reader",
    "arn:aws:iam::210987654321:role/with/path/second-reader",
  ]
}

output "push_role_arns" {
  description = "The roles that the receivers' buckets have to let in."
  value       = { for name, dataset in module.push : name => dataset.role_arn }
}

output "pull_buckets" {
  description = "The buckets that the roles read."
  value = {
    "dashboard" = module.pull_dashboard.bucket
  }
}
