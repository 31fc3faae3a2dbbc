# Words for people, in tags and in the descriptions of alarms.
locals {
  tags = { for label, value in var.labels : label => value if value != null }
}
