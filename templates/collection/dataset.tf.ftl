# [=dataset.source.url]: its records become the table [=collection_platform.database].[=dataset.name], queried by [=users].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
[#include "../state_and_description.tf.ftl"]
locals {
  collection_[=dataset.name] = {
    job                = file("${path.module}/collection_[=dataset.name].json")
    source_bucket      = "[=dataset.source.bucket]"
    source_prefix      = "[=dataset.source.fixedPrefix]"
    source_kms_key_arn = [#if dataset.source.kmsKeyArn??]"[=dataset.source.kmsKeyArn]"[#else]null[/#if]
    daily_at           = "[=dataset.schedule.dailyAt]"
    time_zone          = "[=dataset.schedule.timeZone]"
    maximum_vcpu       = [=dataset.limits.maximumVcpu]
  }
}
[#include "../labels.tf.ftl"]
