# [=source_platform.url][=dataset.path]: read by [=dataset.readers?join(", ")]; the raw files by [=users].
[#list dataset.paperwork as link]
# Paperwork: [=link]
[/#list]
[#include "../state_and_description.tf.ftl"]
locals {
  source_[=dataset.name] = {
    config            = file("${path.module}/source_[=dataset.name].json")
    headers_secret    = [#if dataset.headersSecret??]"[=dataset.headersSecret]"[#else]null[/#if]
    stale_after_hours = [#if dataset.staleAfterHours??][=dataset.staleAfterHours][#else]null[/#if]
  }
}
[#include "../labels.tf.ftl"]
