# What each user may write and read; a user whose role is gone is left out with a warning.
module "users" {
  source = "[=modules]/users"

  users = {
[#list users as user]
    "[=user.user]" = {
[#list user.grants as grant]
[#if grant.names?size == 0]
      [=grant.kind] = []
[#else]
      [=grant.kind] = [
[#list grant.names as name]
        "[=name]",
[/#list]
      ]
[/#if]
[/#list]
    }
[/#list]
  }

  platform = module.platform
}
