terraform {
  # 1.10 is the first release whose S3 backend locks the state with a file of its own (backend.tf).
  required_version = ">= 1.10"

  required_providers {
    # From the last release of 5 on; modules/platform excludes releases with faults.
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}
