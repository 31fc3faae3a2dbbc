# The warehouse and its key, which the platform's root has created; they are looked up by name.
module "collection_platform" {
  source = "[=modules]/deployed_collection_platform"

[#include "settings.tf.ftl"]
}
