provider "aws" {
  region              = "[=platform.region]"
  allowed_account_ids = ["[=platform.accountId]"]

  default_tags {
    tags = {
[#assign widest = 0]
[#list platform.tags?keys as name]
[#if name?length > widest][#assign widest = name?length][/#if]
[/#list]
[#list platform.tags as name, value]
      "[=name]"[=""?right_pad(widest - name?length)] = "[=value]"
[/#list]
    }
  }
}

# The export bucket s3://[=platform.exportBucket]/, and what all datasets share.
module "platform" {
  source = "./modules/platform"

  account_id      = "[=platform.accountId]"
  region          = "[=platform.region]"
  export_bucket   = "[=platform.exportBucket]"
  lambda_zip      = var.lambda_zip
  recovery_days   = [=platform.recoveryDays]
  alarm_topic_arn = [#if platform.alarmTopicArn.isPresent()]"[=platform.alarmTopicArn.get()]"[#else]null[/#if]
}
