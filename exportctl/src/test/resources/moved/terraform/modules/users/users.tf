# The roles are made and removed elsewhere. Whoever has none is left out, so that a leaver blocks nobody's deploy.
data "aws_iam_roles" "existing" {}

locals {
  # Not contains(): that sorts all roles of the account anew for each user.
  present = { for user in setintersection(keys(var.users), data.aws_iam_roles.existing.names) : user => var.users[user] }
  absent  = sort(setsubtract(keys(var.users), keys(local.present)))
}

check "users_have_roles" {
  assert {
    condition     = length(local.absent) == 0
    error_message = "No role, so no access, for: ${join(", ", local.absent)}. Remove whoever has left from the datasets' YAML."
  }
}

# Beside whatever else the user's role holds: this policy alone is ours.
resource "aws_iam_role_policy" "hub_exports" {
  for_each = local.present

  name   = "hub_exports"
  role   = each.key
  policy = data.aws_iam_policy_document.hub_exports[each.key].minified_json
}
