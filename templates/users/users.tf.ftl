# Access of all users. A user whose role is missing is left out with a warning.
module "users" {
  source = "[=modules]/users"

  users = {
[#list users as user]
    "[=user.user]" = {
[#list user.grants as grant]
      [=grant.kind] = [
[#list grant.names as name]
        "[=name]",
[/#list]
      ]
[/#list]
    }
[/#list]
  }

  # Statements of each kind; {name} stands for each name in a user's list.
  access = [
[#list access as template]
[#include "/" + template]
[/#list]
  ]
}
