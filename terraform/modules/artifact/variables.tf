variable "name" {
  description = "Name of the file, such as export-lambda.zip; its key in the bucket, below the folder."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]*$", var.name))
    error_message = "name is a file's name of lower-case letters, digits, dots and hyphens, without folders."
  }
}

variable "paths" {
  description = "Paths of artifacts by name, relative to the folder that terraform runs in. An artifact without an entry is read from that folder."
  type        = map(string)
}

variable "folder" {
  description = "Folder in the bucket, with a slash at its end, or empty."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^([a-z]+/)?$", var.folder))
    error_message = "folder is a word of lower-case letters with a slash at its end, or empty."
  }
}

variable "bucket" {
  description = "Bucket that the file is uploaded to. The object has a version only if the bucket keeps versions."
  type        = string
}
