output "config_key" {
  description = "Name of the config object in the bucket of the data store."
  value       = local.config_key
}
