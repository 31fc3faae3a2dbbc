variable "bucket" {
  description = "Name of the bucket that holds the files."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "bucket is a bucket's name of 3 to 63 lower-case letters, digits, dots and hyphens, not an ARN."
  }
}

variable "pull_arns" {
  description = "ARNs of the roles that may read the bucket, with their paths; of other accounts or of our own."
  type        = list(string)

  validation {
    condition     = length(var.pull_arns) > 0
    error_message = "pull_arns names at least one role."
  }

  validation {
    condition = alltrue([
      for arn in var.pull_arns : can(regex("^arn:aws(-cn|-eusc|-iso|-iso-b|-iso-e|-iso-f|-us-gov)?:iam::[0-9]{12}:role/([!-~]{1,510}/)?[A-Za-z0-9+=,.@_-]{1,64}$", arn)) && !can(regex("[*?]|\\$\\{|:0{12}:role", arn))
    ])
    error_message = "Each of pull_arns is the ARN of a role: arn:aws:iam::<account>:role/<path/><name>, not of a user, an account, a bucket or a function, and without wildcards."
  }

  validation {
    condition     = length(distinct(var.pull_arns)) == length(var.pull_arns)
    error_message = "Each of pull_arns occurs once."
  }
}

variable "allow_push" {
  description = "True if those roles may also write and delete."
  type        = bool
  default     = false
}

variable "bucket_versioning" {
  description = "True if overwritten and deleted files can be recovered for the platform's recovery days."
  type        = bool
  default     = false
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
    account_id    = string
    partition     = string
    recovery_days = number
  })
}
