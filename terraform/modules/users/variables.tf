variable "users" {
  description = "What each user may reach, by the name of the user's role: push datasets that the user writes files for, pull buckets that the user fills."
  type = map(object({
    push = list(string)
    pull = list(string)
  }))

  validation {
    condition     = alltrue([for user in keys(var.users) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", user))])
    error_message = "A user is the name of a role, not its ARN."
  }

  validation {
    condition     = alltrue(flatten([for user in var.users : [for name in user.push : can(regex("^[a-z][a-z0-9_]*$", name))]]))
    error_message = "push lists names of datasets, of lower-case letters, digits and underscores."
  }

  validation {
    condition     = alltrue(flatten([for user in var.users : [for name in user.pull : can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", name))]]))
    error_message = "pull lists names of buckets, not their ARNs."
  }

  validation {
    condition     = alltrue([for user in var.users : length(user.push) + length(user.pull) > 0])
    error_message = "A user without push dataset and pull bucket has no place here."
  }
}

variable "platform" {
  description = "What is the same for all datasets: the outputs of the platform module."
  type = object({
    partition     = string
    export_bucket = string
  })
}
