locals {
  # Statements of each user, for the kinds that the user has datasets of. All datasets of a kind share its statements:
  # a role's inline policies have room for 10,240 characters together.
  statements = {
    for user, names in local.present : user => [
      for statement in var.access : merge(statement, { names = sort(distinct(names[statement.kind])) })
      if length(lookup(names, statement.kind, [])) > 0
    ]
  }
}

data "aws_iam_policy_document" "hub_exports" {
  for_each = local.present

  dynamic "statement" {
    for_each = local.statements[each.key]

    content {
      sid     = statement.value.sid
      actions = statement.value.actions
      resources = distinct(flatten([
        for name in statement.value.names : [for resource in statement.value.resources : replace(resource, "{name}", name)]
      ]))

      dynamic "condition" {
        for_each = statement.value.prefix == null ? [] : [statement.value.prefix]

        content {
          test     = "StringLike"
          variable = "s3:prefix"
          values   = [for name in statement.value.names : replace(condition.value, "{name}", name)]
        }
      }

      # A key may have several aliases: one of them is enough.
      dynamic "condition" {
        for_each = statement.value.key_alias == null ? [] : [statement.value.key_alias]

        content {
          test     = "ForAnyValue:StringEquals"
          variable = "kms:ResourceAliases"
          values   = [condition.value]
        }
      }
    }
  }
}
