# The export bucket and the mover, which the platform's root has created; they are looked up by name.
module "push_platform" {
  source = "[=modules]/deployed_push_platform"

  export_bucket = "[=platform.exportBucket]"
}
