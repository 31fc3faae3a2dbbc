[#macro patterns key values]
[#if values?has_content]
    [=key] = [
[#list values as value]
      "[=value]",
[/#list]
    ]
[#else]
    [=key] = []
[/#if]
[/#macro]
# s3://[=landing_platform.bucket]/[=dataset.name]/: filled by the namespace [=dataset.job.namespace], queried by [=users].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
[#include "../state_and_description.tf.ftl"]
locals {
  landing_[=dataset.name] = {
    schema_contract = "[#if dataset.isFrozen]freeze[#else]evolve[/#if]"
    history_days    = [=dataset.historyDays]
    max_age_hours   = [=dataset.maxAgeHours]

[@patterns "put_arns" dataset.putArns /]

[@patterns "exclude_tables" dataset.selection.excludeTables /]

[@patterns "exclude_columns" dataset.selection.excludeColumns /]

[@patterns "hash_columns" dataset.selection.hashColumns /]
  }
}
[#include "../labels.tf.ftl"]
