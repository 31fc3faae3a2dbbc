output "bucket" {
  description = "Bucket that services write extractions to."
  value       = module.landing_bucket.name
}

output "curated_bucket" {
  description = "Bucket that holds the files of the tables."
  value       = module.curated_bucket.name
}

output "loader" {
  description = "Place of the functions' code: bucket, key, version, and the zip's SHA-256 in base64."
  value       = module.loader.object
}
