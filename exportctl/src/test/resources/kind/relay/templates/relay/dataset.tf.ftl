# Events go to [=dataset.topic].
module "[=dataset.kind]_[=dataset.name]" {
  source = "[=modules]/relay"
  topic  = "[=dataset.topic]"
}
