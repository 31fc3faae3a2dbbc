variable "bucket" {
  description = "Bucket of raw files, uploads and config objects."
  type        = string
}
