variable "export_bucket" {
  description = "Bucket that analysts write files to, each under the name of its dataset."
  type        = string
}
