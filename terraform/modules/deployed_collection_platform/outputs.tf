# Outputs of the module collection_platform, which this module replaces in a dataset's own root.

output "warehouse_bucket" {
  description = "Bucket of tables, rejected records, records of runs, job files and the program."
  value       = var.warehouse_bucket
}

output "database" {
  description = "Database of the tables in the Glue Data Catalog."
  value       = var.database
}

output "kms_key_arn" {
  description = "Key that the warehouse and the logs are encrypted with."
  value       = data.aws_kms_alias.warehouse.target_key_arn
}

output "program_key" {
  description = "Name of the program in the warehouse bucket."
  value       = "code/ingestion.jar"
}

output "subnet_ids" {
  description = "Subnets that the jobs run in."
  value       = var.subnet_ids
}

output "security_group_ids" {
  description = "Security groups of the jobs."
  value       = var.security_group_ids
}

output "key_service_secret_arn" {
  description = "Secret with the certificate that the key service trusts, or null."
  value       = var.key_service_secret_arn
}

output "kms_key_arns" {
  description = "Keys that data keys are sealed with, if no key service opens them."
  value       = var.kms_key_arns
}

output "status_table" {
  description = "DynamoDB table that takes the states of runs, or null."
  value       = var.status_table
}
