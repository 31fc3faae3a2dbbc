# What each user may write and read; a user whose role is gone is left out with a warning.
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

  # The statements of each kind; {name} stands for each name in the user's list.
  access = [
[#list access as template]
[#include "/" + template]
[/#list]
  ]
}
