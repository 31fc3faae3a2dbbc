# Words for people, in tags and in the descriptions of alarms.
locals {
  tags = { for label, value in var.labels : label => value if value != null }
  people = join("", concat(
    [for team in compact([var.labels.owner]) : " Owner: ${team}."],
    [for address in compact([var.labels.contact]) : " Contact: ${address}."],
  ))
}
