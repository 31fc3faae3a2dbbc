# Holds the files of all tables, rejected records (still encrypted), records of runs, job files and the program. The
# snapshots of the tables take the place of versions: erasing a person's records is then complete. Rejected records expire
# after recovery_days.
module "warehouse_bucket" {
  source = "../bucket"

  name              = var.warehouse_bucket
  partition         = var.platform.partition
  versioning        = false
  recovery_days     = var.platform.recovery_days
  expiration_days   = var.platform.recovery_days
  expiration_prefix = "dead/"
  kms_key_arn       = aws_kms_key.warehouse.arn
}

# The jobs create the tables. The catalog alone knows which file of a table is the newest: nothing deletes the database.
resource "aws_glue_catalog_database" "collections" {
  name         = var.database
  description  = "Tables of collections, as they were ingested into ${var.warehouse_bucket}."
  location_uri = "s3://${var.warehouse_bucket}/tables"

  lifecycle {
    prevent_destroy = true
  }
}

# The program on Apache Spark, which all jobs run.
module "ingestion" {
  source = "../artifact"

  name   = "ingestion.jar"
  folder = "code/"
  paths  = var.artifacts
  bucket = module.warehouse_bucket.name
}
