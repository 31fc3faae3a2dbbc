variable "name" {
  description = "Name of the bucket."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.name))
    error_message = "A bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens, and is not an ARN."
  }
}

variable "partition" {
  description = "AWS partition of the bucket, such as aws or aws-us-gov."
  type        = string
}

variable "versioning" {
  description = "True if S3 keeps overwritten and deleted files as versions."
  type        = bool
}

variable "recovery_days" {
  description = "Days after which S3 expires a version that was overwritten or deleted."
  type        = number

  validation {
    condition     = var.recovery_days >= 1 && floor(var.recovery_days) == var.recovery_days
    error_message = "recovery_days is a whole number of days, 1 or more."
  }
}

variable "expiration_days" {
  description = "Days after which S3 expires a file that nobody overwrote or deleted, or null to keep it. With versioning it stays as a version for recovery_days after that."
  type        = number
  default     = null

  validation {
    condition     = var.expiration_days == null ? true : var.expiration_days >= 1 && floor(var.expiration_days) == var.expiration_days
    error_message = "expiration_days is a whole number of days, 1 or more, or null."
  }
}

variable "expiration_prefix" {
  description = "Beginning of the names of the files that expire, or null for all."
  type        = string
  default     = null
}

variable "expiration_tag" {
  description = "Tag of files that expire wherever they are, after expiration_days, or null for none."
  type        = object({ key = string, value = string })
  default     = null
}

variable "kms_key_arn" {
  description = "ARN of the key of KMS that files are encrypted with, or null for SSE-S3."
  type        = string
  default     = null
}

variable "policy_documents" {
  description = "Policy documents (JSON) whose statements the bucket's policy holds, before the denials of TLS below 1.2."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Tags of the bucket, beside those of the provider."
  type        = map(string)
  default     = {}
}
