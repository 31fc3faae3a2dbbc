terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source = "hashicorp/aws"

      # 6.22 to 6.39 plan a change of every bucket for ever (hashicorp/terraform-provider-aws#47320), and 6.0.0, 6.2.0 and
      # 6.14.0 have faults of their own (#43271, #44366). Every root calls this module: docs/decisions/027-provider-versions.md.
      version = <<-EOT
        >= 5.100, < 7.0, != 6.0.0, != 6.2.0, != 6.14.0,
        != 6.22.0, != 6.22.1, != 6.23.0, != 6.24.0, != 6.25.0, != 6.26.0, != 6.27.0,
        != 6.28.0, != 6.29.0, != 6.30.0, != 6.31.0, != 6.32.0, != 6.32.1, != 6.33.0,
        != 6.34.0, != 6.35.0, != 6.35.1, != 6.36.0, != 6.37.0, != 6.38.0, != 6.39.0
      EOT
    }
  }
}
