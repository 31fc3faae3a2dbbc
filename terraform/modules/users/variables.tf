variable "users" {
  description = "What each user may reach: by the name of the user's role and the kind of dataset, the names that the statements of that kind are made for."
  type        = map(map(list(string)))

  validation {
    condition     = alltrue([for user in keys(var.users) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", user))])
    error_message = "A user is the name of a role, not its ARN."
  }

  validation {
    condition     = alltrue(flatten([for user in var.users : [for names in values(user) : [for name in names : can(regex("^[a-z0-9][a-z0-9._-]*$", name))]]]))
    error_message = "A name is that of a folder or a bucket, of lower-case letters, digits, dots, hyphens and underscores; it is not an ARN and holds no wildcard."
  }

  validation {
    condition     = alltrue([for user in var.users : length(flatten(values(user))) > 0])
    error_message = "Each user has at least one name."
  }
}

variable "access" {
  description = "The statements of each kind of dataset, in the order of the policy. In resource and prefix, {name} stands for each of the user's names of that kind; prefix limits a listing."
  type = list(object({
    kind     = string
    sid      = string
    actions  = list(string)
    resource = string
    prefix   = optional(string)
  }))

  validation {
    condition     = alltrue([for statement in var.access : can(regex("^[A-Z][A-Za-z0-9]*$", statement.sid))])
    error_message = "A sid begins with a capital letter and holds letters and digits only."
  }

  validation {
    condition     = length(distinct(var.access[*].sid)) == length(var.access)
    error_message = "Each sid is there once."
  }

  validation {
    condition     = alltrue(flatten([for statement in var.access : [for action in statement.actions : can(regex("^[a-z0-9-]+:[A-Za-z]+$", action))]]))
    error_message = "Each action is spelled out, such as s3:GetObject, without wildcards."
  }

  validation {
    condition     = alltrue([for statement in var.access : startswith(statement.resource, "arn:")])
    error_message = "A resource is an ARN; {name} may stand in it."
  }

  validation {
    condition     = alltrue([for statement in var.access : strcontains("${statement.resource} ${coalesce(statement.prefix, "-")}", "{name}")])
    error_message = "Each statement is limited to the user's names: {name} stands in its resource or in its prefix."
  }
}
