variable "warehouse_bucket" {
  description = "Bucket of tables, rejected records, records of runs, job files and the program."
  type        = string
}

variable "database" {
  description = "Database of the tables in the Glue Data Catalog."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets that the jobs run in."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the jobs."
  type        = list(string)
}

variable "key_service_secret_arn" {
  description = "ARN of the secret with the certificate that the key service trusts, or null if KMS opens the data keys."
  type        = string
}

variable "kms_key_arns" {
  description = "ARNs of the keys that data keys are sealed with, or none if a key service opens them."
  type        = list(string)
}

variable "status_table" {
  description = "Name of the DynamoDB table that takes the states of runs, or null."
  type        = string
}
