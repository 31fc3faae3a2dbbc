# Rendered by exportctl from datasets/source/hmrc_exporters.yaml. Do not edit.

# https://store.example.org/api/v1/table-data/hmrc.exporters/L1: read by data-flow; the raw files by alpha_user_amira.
# Paperwork: https://example.org/dsa/hmrc
locals {
  source_hmrc_exporters = {
    config            = file("${path.module}/source_hmrc_exporters.json")
    headers_secret    = null
    stale_after_hours = 1200
  }
}
