variable "name" {
  description = "Name of the dataset; its files are written under <name>/ in the export bucket and arrive under <name>/ in the target bucket."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]*$", var.name)) && length(var.name) <= 52
    error_message = "A push dataset's name is made of lower-case letters, digits and underscores, begins with a letter, and has at most 52 characters: its role's name may have 64."
  }
}

variable "target_bucket" {
  description = "Bucket in somebody else's account that the files go to."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.target_bucket))
    error_message = "target_bucket is a bucket's name of 3 to 63 lower-case letters, digits, dots and hyphens, not an ARN."
  }
}

variable "target_account" {
  description = "Account that owns the target bucket, or null. With it no file goes to a bucket of the same name that another account took over."
  type        = string
  default     = null

  validation {
    condition     = var.target_account == null || can(regex("^[0-9]{12}$", var.target_account)) && var.target_account != "000000000000"
    error_message = "target_account is the number of an account: 12 digits."
  }
}

variable "keep_files" {
  description = "True if files stay in the export bucket after delivery: they are copied instead of moved."
  type        = bool
  default     = false
}

variable "kms_key_arn" {
  description = "ARN of the receiver's KMS key that encrypts the target bucket, or null."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws(-cn|-eusc|-iso|-iso-b|-iso-e|-iso-f|-us-gov)?:kms:[a-z0-9-]+:[0-9]{12}:key/[a-z0-9-]+$", var.kms_key_arn))
    error_message = "kms_key_arn is the ARN of a key, not of an alias: arn:aws:kms:<region>:<account>:key/<id>."
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

variable "push_platform" {
  description = "Values that all push datasets share: the outputs of the module push_platform."
  type = object({
    export_bucket = string

    mover = object({
      bucket  = string
      key     = string
      version = string
      sha256  = string
    })
  })
}
