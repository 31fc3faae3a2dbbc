variable "account_id" {
  type = string
}

variable "region" {
  type = string
}

variable "export_bucket" {
  type = string
}

variable "lambda_zip" {
  type = string
}

variable "recovery_days" {
  type = number
}

variable "alarm_topic_arn" {
  type = string
}
