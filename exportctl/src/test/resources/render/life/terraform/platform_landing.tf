# Rendered by exportctl from datasets/platform.yaml. Do not edit.

# The buckets of all landing datasets, and the loader that makes tables of what arrives. They stay when the last landing
# dataset goes.
module "landing_platform" {
  source = "./modules/landing_platform"

  bucket         = "example-hub-landing"
  curated_bucket = "example-hub-curated"
  artifacts      = var.artifacts
  platform       = module.platform
}
