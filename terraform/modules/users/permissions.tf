locals {
  # The statements of each user, of those kinds alone that the user has datasets of. All datasets of a kind share
  # them, since the inline policies of a role share 10,240 characters.
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
      sid       = statement.value.sid
      actions   = statement.value.actions
      resources = [for name in statement.value.names : replace(statement.value.resource, "{name}", name)]

      dynamic "condition" {
        for_each = statement.value.prefix == null ? [] : [statement.value.prefix]

        content {
          test     = "StringLike"
          variable = "s3:prefix"
          values   = [for name in statement.value.names : replace(condition.value, "{name}", name)]
        }
      }
    }
  }
}
