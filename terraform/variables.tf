variable "lambda_zip" {
  description = "Path of the zip with the code that moves the files, from the folder that terraform runs in."
  type        = string
  default     = "export-lambda.zip"

  validation {
    condition     = fileexists(var.lambda_zip)
    error_message = "There is no file \"${var.lambda_zip}\". Copy export-lambda.zip out of exportctl's folder lib to here, build it with \"mvn package\", or name another with \"-var lambda_zip=PATH\"."
  }
}
