variable "name" {
  description = "Name of the dataset."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,39}$", var.name))
    error_message = "A source dataset's name has at most 40 lower-case letters, digits and underscores, and begins with a letter."
  }
}

variable "config" {
  description = "Config object: the settings of the dataset for the service, as JSON."
  type        = string

  validation {
    condition     = can(jsondecode(var.config).name)
    error_message = "config is the JSON that exportctl renders, with the name of the dataset."
  }
}

variable "headers_secret" {
  description = "Name of the entry in Secrets Manager with the headers of requests, or null."
  type        = string

  validation {
    condition     = var.headers_secret == null || can(regex("^[A-Za-z0-9/_+=.@-]{1,200}$", var.headers_secret))
    error_message = "headers_secret is the name of a secret, not its ARN, and has no wildcards."
  }
}

variable "stale_after_hours" {
  description = "Hours without a load after which an alarm goes off, or null for no alarm."
  type        = number

  validation {
    condition     = var.stale_after_hours == null ? true : var.stale_after_hours >= 1 && floor(var.stale_after_hours) == var.stale_after_hours
    error_message = "stale_after_hours is a whole number of hours, 1 or more, or null."
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

variable "source_platform" {
  description = "Values that all source datasets share: the outputs of the module source_platform."
  type = object({
    bucket         = string
    task_role_name = string
  })
}
