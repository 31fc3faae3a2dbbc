# yaml-language-server: $schema=../schema/platform.schema.json
# Settings that all exports share. Change them before the first apply: buckets are never renamed.
account_id: [=values.account_id[0]]
region: [=values.region[0]]
export_bucket: [=values.export_bucket[0]]
pull_bucket_prefix: [=values.pull_bucket_prefix[0]]
user_prefix: [=values.user_prefix[0]]
recovery_days: [=recoveryDays]
[#if values.alarm_topic_arn??]
alarm_topic_arn: [=values.alarm_topic_arn[0]]
[/#if]
[#if values.layout??]
layout: [=values.layout[0]]
[/#if]
tags:
[#list tags as name, value]
  [=name]: [=value]
[/#list]
