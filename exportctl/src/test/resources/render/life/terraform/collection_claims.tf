# Rendered by exportctl from datasets/collection/claims.yaml. Do not edit.

# s3://example-corporate/corporate_storage/ucfs_main/{year}/{month}/{day}/core/claim/: its records become the table collections.claims, queried by alpha_user_amira.
# Paperwork: https://example.org/dpia/claims
# Suspended: nobody gets in or out, and nothing is moved.
locals {
  collection_claims = {
    job                = file("${path.module}/collection_claims.json")
    source_bucket      = "example-corporate"
    source_prefix      = "corporate_storage/ucfs_main/"
    source_kms_key_arn = null
    daily_at           = "09:30"
    time_zone          = "Europe/London"
    maximum_vcpu       = 32
  }
}

locals {
  collection_claims_labels = {
    owner   = "Benefits data team"
    contact = null
  }
}
