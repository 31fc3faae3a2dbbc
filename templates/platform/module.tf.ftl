# Values that all datasets share; the module creates nothing.
module "platform" {
  source = "[=modules]/platform"

  account_id      = "[=platform.accountId]"
  region          = "[=platform.region]"
  recovery_days   = [=platform.recoveryDays]
  alarm_topic_arn = [#if platform.alarmTopicArn??]"[=platform.alarmTopicArn]"[#else]null[/#if]
}
