# Events go to [=dataset.topic].
module "relay_[=dataset.name]" {
  source = "[=modules]/relay"
  topic  = "[=dataset.topic]"
}
