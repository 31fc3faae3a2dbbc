data "aws_partition" "current" {}

# Analysts write here, each under the datasets that name them. Versions make every delete and overwrite reversible
# for recovery_days; no function may delete one.
module "export_bucket" {
  source = "../bucket"

  name          = var.export_bucket
  partition     = data.aws_partition.current.partition
  versioning    = true
  recovery_days = var.recovery_days
}

# Every new file becomes an event on the account's default bus; each push dataset has a rule there for its own files.
resource "aws_s3_bucket_notification" "export_bucket" {
  bucket      = module.export_bucket.name
  eventbridge = true

  depends_on = [module.export_bucket]
}
