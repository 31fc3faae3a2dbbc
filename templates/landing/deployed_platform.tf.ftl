# The buckets and the loader, which the platform's root has created; they are looked up by name.
module "landing_platform" {
  source = "[=modules]/deployed_landing_platform"

  bucket         = "[=landing_platform.bucket]"
  curated_bucket = "[=landing_platform.curatedBucket]"
}
