# Rendered by exportctl from datasets/. Do not edit.

# What each user may write and read; a user whose role is gone is left out with a warning.
module "users" {
  source = "./modules/users"

  users = {
    "alpha_user_amira" = {
      push = [
        "prison_arrivals",
      ]
      pull = [
        "example-court-dashboard",
      ]
    }
    "alpha_user_bo" = {
      push = [
        "case_outcomes",
        "prison_arrivals",
      ]
      pull = [
        "example-probation-caseload",
      ]
    }
    "alpha_user_chen" = {
      push = []
      pull = [
        "example-probation-caseload",
      ]
    }
  }

  platform = module.platform
}
