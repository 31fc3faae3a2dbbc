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

# What the platform's root has made, by its names.
module "platform" {
  source = "[=modules]/deployed_platform"

  account_id      = "[=platform.accountId]"
  region          = "[=platform.region]"
  export_bucket   = "[=platform.exportBucket]"
  recovery_days   = [=platform.recoveryDays]
  alarm_topic_arn = [#if platform.alarmTopicArn??]"[=platform.alarmTopicArn]"[#else]null[/#if]
}
