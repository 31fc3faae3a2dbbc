# Analysts write files here, under the names of their datasets. Versioning makes every delete and overwrite reversible
# for recovery_days; no function may delete a version.
module "export_bucket" {
  source = "../bucket"

  name          = var.export_bucket
  partition     = var.platform.partition
  versioning    = true
  recovery_days = var.platform.recovery_days
}

# Every new file becomes an event on the account's default bus; each push dataset has a rule there for its own files.
resource "aws_s3_bucket_notification" "export_bucket" {
  bucket      = module.export_bucket.name
  eventbridge = true

  depends_on = [module.export_bucket]
}
