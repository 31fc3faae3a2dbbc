# Rendered by exportctl from datasets/source/trade_remedies.yaml. Do not edit.

# https://store.example.org/api/v1/table-data/trade.remedies/L0: read by data-flow; the raw files by nobody.
# Paperwork: https://example.org/dsa/trade_remedies
# Suspended: nobody gets in or out, and nothing is moved.
locals {
  source_trade_remedies = {
    config            = file("${path.module}/source_trade_remedies.json")
    headers_secret    = null
    stale_after_hours = null
  }
}
