variable "lambda_zip" {
  description = "Path of the zip with the code that moves the files, from the folder that terraform runs in."
  type        = string
  default     = "../lambda/target/export-lambda.zip"

  validation {
    condition     = fileexists(var.lambda_zip)
    error_message = "There is no file \"${var.lambda_zip}\". Build it with \"mvn package\" in the repository's root folder, or name another with \"-var lambda_zip=PATH\"."
  }
}
