variable "users" {
  description = "Names of datasets, buckets or folders that each user has access to, by the name of the user's role and the kind of dataset."
  type        = map(map(list(string)))

  validation {
    condition     = alltrue([for user in keys(var.users) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", user))])
    error_message = "A user is the name of a role, not its ARN."
  }

  validation {
    condition     = alltrue(flatten([for user in var.users : [for names in values(user) : [for name in names : can(regex("^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*$", name))]]]))
    error_message = "A name has lower-case letters, digits, dots, hyphens and underscores only, with single slashes between folders; it is neither an ARN nor a pattern."
  }

  validation {
    condition     = alltrue([for user in var.users : length(flatten(values(user))) > 0])
    error_message = "Each user has at least one name."
  }
}

variable "access" {
  description = "Statements of each kind of dataset, in the order of the policy. In resources and prefix, {name} stands for each of the user's names of that kind; prefix is the condition s3:prefix of a listing, key_alias the condition kms:ResourceAliases of the use of a key."
  type = list(object({
    kind      = string
    sid       = string
    actions   = list(string)
    resources = list(string)
    prefix    = optional(string)
    key_alias = optional(string)
  }))

  validation {
    condition     = alltrue([for statement in var.access : can(regex("^[A-Z][A-Za-z0-9]*$", statement.sid))])
    error_message = "A sid begins with a capital letter and has letters and digits only."
  }

  validation {
    condition     = length(distinct(var.access[*].sid)) == length(var.access)
    error_message = "Each sid occurs once."
  }

  validation {
    condition     = alltrue(flatten([for statement in var.access : [for action in statement.actions : can(regex("^[a-z0-9-]+:[A-Za-z]+$", action))]]))
    error_message = "An action is a full name without wildcards, such as s3:GetObject."
  }

  validation {
    condition     = alltrue(flatten([for statement in var.access : [for resource in statement.resources : startswith(resource, "arn:")]]))
    error_message = "A resource is an ARN."
  }

  validation {
    condition     = alltrue([for statement in var.access : statement.key_alias != null || strcontains(join(" ", concat(statement.resources, compact([statement.prefix]))), "{name}")])
    error_message = "A statement has {name} in its resources or in its prefix, or the alias of a key."
  }

  validation {
    condition     = alltrue(flatten([for statement in var.access : [for resource in statement.resources : statement.key_alias != null || strcontains(resource, "{name}") || !strcontains(resource, "*")]]))
    error_message = "A resource with a wildcard has {name}, or its statement the alias of a key."
  }

  validation {
    condition = alltrue([
      for statement in var.access : statement.key_alias == null ? true : startswith(statement.key_alias, "alias/") && statement.actions == tolist(["kms:Decrypt"])
    ])
    error_message = "A statement with the alias of a key, alias/<name>, allows kms:Decrypt and nothing else."
  }
}
