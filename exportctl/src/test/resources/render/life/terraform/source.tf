# Rendered by exportctl from datasets/source/. Do not edit.

# The source datasets of this root module; the values of each are in its own file.
module "source" {
  source = "./modules/source"

  for_each = {
    "trade_remedies" = local.source_trade_remedies
  }

  name              = each.key
  config            = each.value.config
  headers_secret    = each.value.headers_secret
  stale_after_hours = each.value.stale_after_hours
  platform          = module.platform
  source_platform   = module.source_platform

  # Nobody gets in or out of these, and nothing is moved.
  closed = contains([
    "trade_remedies",
  ], each.key)
}
