variable "account_id" {
  description = "Account that everything lives in: 12 digits."
  type        = string
}

variable "region" {
  description = "Region that everything lives in, such as eu-west-1."
  type        = string
}

variable "export_bucket" {
  description = "Bucket that analysts write files to, each under the name of its dataset."
  type        = string
}

variable "recovery_days" {
  description = "Days for which a file that was exported, overwritten or deleted can be brought back."
  type        = number
}

variable "alarm_topic_arn" {
  description = "SNS topic that alarms go to, or null for alarms that only show in CloudWatch."
  type        = string
  default     = null
}
