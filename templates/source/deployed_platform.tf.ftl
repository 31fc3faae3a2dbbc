# The bucket and the role of the data store, which the platform's root has created; they are looked up by name.
module "source_platform" {
  source = "[=modules]/deployed_source_platform"

  bucket = "[=source_platform.bucket]"
}
