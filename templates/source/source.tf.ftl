# The source datasets of this root module; the values of each are in its own file.
module "source" {
  source = "[=modules]/source"

  for_each = {
[#list datasets as dataset]
    "[=dataset.key]"[=dataset.padding] = local.[=dataset.value]
[/#list]
  }

  name              = each.key
  config            = each.value.config
  headers_secret    = each.value.headers_secret
  stale_after_hours = each.value.stale_after_hours
  platform          = module.platform
  source_platform   = module.source_platform
[#include "../closed_and_labels.tf.ftl"]
}
