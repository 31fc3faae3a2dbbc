output "export_bucket" {
  description = "Bucket that analysts write files to."
  value       = module.export_bucket.name
}

output "mover" {
  description = "Place of the functions' code: bucket, key, version, and the zip's SHA-256 in base64."
  value       = module.mover.object
}
