variable "bucket" {
  description = "Bucket that services write extractions to, each under the name of its dataset."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,54}[a-z0-9]$", var.bucket))
    error_message = "bucket is a bucket's name, not an ARN, of at most 56 characters: \"<bucket>-lambda\" is a bucket too."
  }
}

variable "curated_bucket" {
  description = "Bucket that holds the files of the tables, each under the name of its dataset."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.curated_bucket))
    error_message = "curated_bucket is a bucket's name of 3 to 63 lower-case letters, digits, dots and hyphens, not an ARN."
  }
}

variable "artifacts" {
  description = "Paths of artifacts by name; landing-loader.zip is the loader. An artifact without an entry is read from the folder that terraform runs in."
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
