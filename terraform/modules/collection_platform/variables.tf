variable "warehouse_bucket" {
  description = "Bucket of tables, rejected records, records of runs, job files and the program."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.warehouse_bucket))
    error_message = "warehouse_bucket is a bucket's name of 3 to 63 lower-case letters, digits, dots and hyphens, not an ARN."
  }
}

variable "database" {
  description = "Database of the tables in the Glue Data Catalog."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,127}$", var.database))
    error_message = "database is a name of at most 128 lower-case letters, digits and underscores that begins with a letter."
  }
}

variable "subnet_ids" {
  description = "Subnets that the jobs run in."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) > 0 && alltrue([for id in var.subnet_ids : can(regex("^subnet-[0-9a-f]{8,17}$", id))])
    error_message = "subnet_ids has the ids of one or more subnets."
  }
}

variable "security_group_ids" {
  description = "Security groups of the jobs."
  type        = list(string)

  validation {
    condition     = length(var.security_group_ids) > 0 && alltrue([for id in var.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", id))])
    error_message = "security_group_ids has the ids of one or more security groups."
  }
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

variable "artifacts" {
  description = "Paths of artifacts by name; ingestion.jar is the program. An artifact without an entry is read from the folder that terraform runs in."
  type        = map(string)
}

variable "platform" {
  description = "Values that all datasets share: the outputs of the module platform."
  type = object({
    account_id    = string
    region        = string
    partition     = string
    recovery_days = number
  })
}
