variable "export_bucket" {
  description = "Bucket that analysts write files to, each under the name of its dataset."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,54}[a-z0-9]$", var.export_bucket))
    error_message = "export_bucket is a bucket's name, not an ARN, of at most 56 characters: \"<export_bucket>-lambda\" is a bucket too."
  }
}

variable "artifacts" {
  description = "Paths of artifacts by name; export-lambda.zip is the mover. An artifact without an entry is read from the folder that terraform runs in."
  type        = map(string)
}

variable "platform" {
  description = "Values that all datasets share: the outputs of the module platform."
  type = object({
    region        = string
    partition     = string
    recovery_days = number
  })
}
