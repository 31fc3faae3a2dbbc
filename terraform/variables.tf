variable "artifacts" {
  description = "Paths of the files that datasets' programs run from, by name, relative to the folder that terraform runs in. A file without an entry is read from that folder."
  type        = map(string)
  default     = {}
}

variable "lambda_zip" {
  description = "Former name of artifacts[\"export-lambda.zip\"]."
  type        = string
  default     = null

  validation {
    condition     = var.lambda_zip == null
    error_message = "lambda_zip is no longer read. In artifacts.auto.tfvars write artifacts = { \"export-lambda.zip\" = \"PATH\" }, and remove lambda_zip from the command, the environment and lambda.auto.tfvars."
  }
}
