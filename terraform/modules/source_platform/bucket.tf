# Holds the raw files of all sources, uploads, rejected rows and the config objects. The files are the raw layer: every table
# can be loaded from them again. Rejected rows, and uploads that a person discarded, expire after recovery_days.
module "bucket" {
  source = "../bucket"

  name              = var.bucket
  partition         = var.platform.partition
  versioning        = true
  recovery_days     = var.platform.recovery_days
  expiration_days   = var.platform.recovery_days
  expiration_prefix = "rejected/"
  expiration_tag    = local.discarded
}

locals {
  # The tag that the service gives them, as it may not delete.
  discarded = { key = "state", value = "discarded" }
}
