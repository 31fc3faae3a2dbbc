# Roles are created and deleted elsewhere. A user without a role is left out, so that a leaver does not block the
# deployment of others.
data "aws_iam_roles" "existing" {}

locals {
  # One intersection rather than contains() for each user, which would sort all roles of the account each time.
  present = { for user in setintersection(keys(var.users), data.aws_iam_roles.existing.names) : user => var.users[user] }
  absent  = sort(setsubtract(keys(var.users), keys(local.present)))
}

check "users_have_roles" {
  assert {
    condition     = length(local.absent) == 0
    error_message = "No role, so no access, for: ${join(", ", local.absent)}. Remove whoever has left from the datasets' YAML."
  }
}

# The role may have other policies; only this one is managed here.
resource "aws_iam_role_policy" "hub_exports" {
  for_each = local.present

  name   = "hub_exports"
  role   = each.key
  policy = data.aws_iam_policy_document.hub_exports[each.key].minified_json

  lifecycle {
    precondition {
      condition     = length(setsubtract(keys(each.value), var.access[*].kind)) == 0
      error_message = "${each.key} has names of a kind without statements: ${join(", ", setsubtract(keys(each.value), var.access[*].kind))}."
    }
  }
}
