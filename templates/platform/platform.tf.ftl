[#include "../provider.tf.ftl"]

# The export bucket s3://[=platform.exportBucket]/, and what all datasets share.
module "platform" {
  source = "[=modules]/platform"

  account_id      = "[=platform.accountId]"
  region          = "[=platform.region]"
  export_bucket   = "[=platform.exportBucket]"
  lambda_zip      = var.lambda_zip
  recovery_days   = [=platform.recoveryDays]
  alarm_topic_arn = [#if platform.alarmTopicArn??]"[=platform.alarmTopicArn]"[#else]null[/#if]
}
