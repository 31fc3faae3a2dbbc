# The bucket and its region are given at `terraform init -backend-config`: docs/deploying.md.
terraform {
  backend "s3" {
    key          = "exportctl/terraform.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
