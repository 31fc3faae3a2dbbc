# The buckets of all landing datasets, and the loader that makes tables of what arrives. They stay when the last landing
# dataset goes.
module "landing_platform" {
  source = "[=modules]/landing_platform"

  bucket         = "[=landing_platform.bucket]"
  curated_bucket = "[=landing_platform.curatedBucket]"
  artifacts      = var.artifacts
  platform       = module.platform
}
