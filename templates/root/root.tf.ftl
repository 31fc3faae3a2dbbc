# The bucket and its region are given at `terraform init -backend-config`: docs/deploying.md.
terraform {
  required_version = ">= 1.10"

  backend "s3" {
    key          = "exportctl/[=root].tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

[#include "../provider.tf.ftl"]

[#include "../platform/module.tf.ftl"]
