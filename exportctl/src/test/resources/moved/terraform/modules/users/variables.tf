variable "users" {
  type = map(object({
    push = list(string)
    pull = list(string)
  }))
}

variable "platform" {
  type = object({
    partition     = string
    export_bucket = string
  })
}
