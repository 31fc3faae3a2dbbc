# Rendered by exportctl from datasets/. Do not edit.

# What each user may write and read; a user whose role is gone is left out with a warning.
module "users" {
  source = "./modules/users"

  users = {
  }

  platform = module.platform
}
