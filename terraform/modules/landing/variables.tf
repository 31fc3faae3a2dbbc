variable "name" {
  description = "Name of the dataset: the folder of its files in both buckets, and the database of its tables."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]*$", var.name)) && length(var.name) <= 50
    error_message = "A landing dataset's name is made of lower-case letters, digits and underscores, begins with a letter, and has at most 50 characters: the names of its roles may have 64."
  }
}

variable "put_arns" {
  description = "ARNs of the service's roles that may write extractions, with their paths; of other accounts or of our own."
  type        = list(string)
  default     = []

  validation {
    condition = alltrue([
      for arn in var.put_arns : can(regex("^arn:aws(-cn|-eusc|-iso|-iso-b|-iso-e|-iso-f|-us-gov)?:iam::[0-9]{12}:role/([!-~]{1,510}/)?[A-Za-z0-9+=,.@_-]{1,64}$", arn)) && !can(regex("[*?]|\\$\\{|:0{12}:role", arn))
    ])
    error_message = "Each of put_arns is the ARN of a role: arn:aws:iam::<account>:role/<path/><name>, not of a user, an account, a bucket or a function, and without wildcards."
  }

  validation {
    condition     = length(distinct(var.put_arns)) == length(var.put_arns)
    error_message = "Each of put_arns occurs once."
  }
}

variable "exclude_tables" {
  description = "Patterns of tables that may not arrive; an extraction with one is refused."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for pattern in var.exclude_tables : can(regex("^[^\\r\\n]*[^\\s][^\\r\\n]*$", pattern))])
    error_message = "A pattern of exclude_tables is one line, and not empty."
  }
}

variable "exclude_columns" {
  description = "Patterns of columns, as table.column, that may not arrive; an extraction with one is refused."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for pattern in var.exclude_columns : can(regex("^[^\\r\\n]*[^\\s][^\\r\\n]*$", pattern))])
    error_message = "A pattern of exclude_columns is one line, and not empty."
  }
}

variable "hash_columns" {
  description = "Patterns of columns, as table.column, that may arrive only as hashes; an extraction with another one is refused."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for pattern in var.hash_columns : can(regex("^[^\\r\\n]*[^\\s][^\\r\\n]*$", pattern))])
    error_message = "A pattern of hash_columns is one line, and not empty."
  }
}

variable "schema_contract" {
  description = "\"evolve\" if tables may change their shape, \"freeze\" to refuse an extraction in which one did."
  type        = string
  default     = "evolve"

  validation {
    condition     = contains(["evolve", "freeze"], var.schema_contract)
    error_message = "schema_contract is evolve or freeze."
  }
}

variable "history_days" {
  description = "Days for which an extraction stays in the history; the newest one stays."
  type        = number

  validation {
    condition     = var.history_days >= 1 && floor(var.history_days) == var.history_days
    error_message = "history_days is a whole number of days, 1 or more."
  }
}

variable "max_age_hours" {
  description = "Hours after which the newest extraction is too old, so that an alarm is raised."
  type        = number

  validation {
    condition     = var.max_age_hours >= 1 && floor(var.max_age_hours) == var.max_age_hours
    error_message = "max_age_hours is a whole number of hours, 1 or more."
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

variable "landing_platform" {
  description = "Values that all landing datasets share: the outputs of the module landing_platform."
  type = object({
    bucket         = string
    curated_bucket = string

    loader = object({
      bucket  = string
      key     = string
      version = string
      sha256  = string
    })
  })
}
