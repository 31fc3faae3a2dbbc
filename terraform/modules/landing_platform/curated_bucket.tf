# Holds the files of all tables, under the names of their datasets: the loaders write them, and analysts read them through
# Athena. The loaders delete history that is over its days; versioning makes that reversible for recovery_days.
module "curated_bucket" {
  source = "../bucket"

  name          = var.curated_bucket
  partition     = var.platform.partition
  versioning    = true
  recovery_days = var.platform.recovery_days
}
