# The job file, as exportctl rendered it: what the program reads at its start.
resource "aws_s3_object" "job" {
  bucket       = var.collection_platform.warehouse_bucket
  key          = local.job_file_key
  content      = var.job
  content_type = "application/json"
  kms_key_id   = var.collection_platform.kms_key_arn
  source_hash  = sha256(var.job)

  # An object takes 10 tags, everything else in AWS 50: the provider's default tags would be refused here.
  override_provider {
    default_tags {
      tags = {}
    }
  }
}
