# The warehouse of all collection datasets, and the program that fills it. They stay when the last collection dataset goes.
module "collection_platform" {
  source = "[=modules]/collection_platform"

[#include "settings.tf.ftl"]
  artifacts              = var.artifacts
  platform               = module.platform
}
