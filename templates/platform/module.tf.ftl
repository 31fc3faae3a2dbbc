# Values that all datasets share; nothing is created for them.
module "platform" {
  source = "[=modules]/platform"

  account_id      = "[=platform.accountId]"
  region          = "[=platform.region]"
  recovery_days   = [=platform.recoveryDays]
  alarm_topic_arn = [#if platform.alarmTopicArn??]"[=platform.alarmTopicArn]"[#else]null[/#if]
}
