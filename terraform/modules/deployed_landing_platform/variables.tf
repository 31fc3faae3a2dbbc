variable "bucket" {
  description = "Bucket that services write extractions to, each under the name of its dataset."
  type        = string
}

variable "curated_bucket" {
  description = "Bucket that holds the files of the tables, each under the name of its dataset."
  type        = string
}
