variable "name" {
  description = "Name of the dataset, and of its table."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]*$", var.name)) && length(var.name) <= 48
    error_message = "A collection dataset's name is made of lower-case letters, digits and underscores, begins with a letter, and has at most 48 characters: the names of its schedules may have 64."
  }
}

variable "job" {
  description = "Job file: the settings of the dataset for the program, as JSON."
  type        = string

  validation {
    condition     = try(jsondecode(var.job).format, null) == 1
    error_message = "job is a job file of format 1, as exportctl renders it."
  }
}

variable "source_bucket" {
  description = "Bucket that the encrypted files lie in."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.source_bucket))
    error_message = "source_bucket is a bucket's name of 3 to 63 lower-case letters, digits, dots and hyphens, not an ARN."
  }
}

variable "source_prefix" {
  description = "Folder of the source bucket under which the job may read: the dates' folders up to the date."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9!_.'()=+/-]*$", var.source_prefix))
    error_message = "source_prefix has letters, digits and !_.'()=+-/ only, and neither wildcards nor placeholders."
  }
}

variable "source_kms_key_arn" {
  description = "ARN of the key that the source bucket is encrypted with, or null."
  type        = string
  default     = null

  validation {
    condition     = var.source_kms_key_arn == null || can(regex("^arn:aws(-cn|-eusc|-iso|-iso-b|-iso-e|-iso-f|-us-gov)?:kms:[a-z0-9-]+:[0-9]{12}:key/[0-9a-z-]+$", var.source_kms_key_arn))
    error_message = "source_kms_key_arn is the ARN of a key: arn:aws:kms:<region>:<account>:key/<id>, not of an alias."
  }
}

variable "daily_at" {
  description = "Time at which a date is ingested, such as 09:30, in time_zone."
  type        = string

  validation {
    condition     = can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]$", var.daily_at))
    error_message = "daily_at is a time from 00:00 to 23:59."
  }
}

variable "time_zone" {
  description = "Time zone of daily_at, such as Europe/London."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9_+/-]{0,63}$", var.time_zone))
    error_message = "time_zone is a name such as UTC or Europe/London."
  }
}

variable "maximum_vcpu" {
  description = "Number of vCPUs that the jobs may use at the same time."
  type        = number

  validation {
    condition     = var.maximum_vcpu >= 8 && floor(var.maximum_vcpu) == var.maximum_vcpu
    error_message = "maximum_vcpu is a whole number, 8 or more: a driver and an executor have four each."
  }
}

variable "closed" {
  description = "True if nobody gets in or out and nothing is moved: the dataset is suspended or retired. All that it has stays."
  type        = bool
  default     = false
}

variable "labels" {
  description = "Names for people, which become tags: the team that answers for the dataset, and its address."
  type = object({
    owner   = optional(string)
    contact = optional(string)
  })
  default = {}

  validation {
    condition     = alltrue([for label in values(var.labels) : label == null || can(regex("^[\\p{L}\\p{N} _.:/=+@-]{1,256}$", label))])
    error_message = "A label has 1 to 256 letters, digits, spaces and _.:/=+@-, as AWS takes them in tags."
  }
}

variable "platform" {
  description = "Values that all datasets share: the outputs of the module platform."
  type = object({
    account_id      = string
    region          = string
    partition       = string
    alarm_topic_arn = string
  })
}

variable "collection_platform" {
  description = "Values that all collection datasets share: the outputs of the module collection_platform."
  type = object({
    warehouse_bucket       = string
    database               = string
    kms_key_arn            = string
    program_key            = string
    subnet_ids             = list(string)
    security_group_ids     = list(string)
    key_service_secret_arn = string
    kms_key_arns           = list(string)
    status_table           = string
  })
}
