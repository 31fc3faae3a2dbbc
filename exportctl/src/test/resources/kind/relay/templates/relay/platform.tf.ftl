module "relay_platform" {
  source       = "[=modules]/relay_platform"
  topic_prefix = "[=relay_platform.topicPrefix]"
}
