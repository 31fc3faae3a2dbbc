# Rendered by exportctl from datasets/. Do not edit.

# What each user may write and read; a user whose role is gone is left out with a warning.
module "users" {
  source = "../../modules/users"

  users = {
    "alpha_user_+=" = {
      push = [
        "a",
      ]
      pull = []
    }
    "alpha_user_.@-" = {
      push = [
        "a23456789_123456789_123456789_123456789_123456789_12",
      ]
      pull = []
    }
    "alpha_user_Z" = {
      push = [
        "a",
      ]
      pull = [
        "mojap-a",
      ]
    }
  }

  platform = module.platform
}
