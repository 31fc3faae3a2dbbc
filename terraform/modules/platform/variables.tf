variable "account_id" {
  description = "Account that all resources belong to: 12 digits."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id)) && var.account_id != "000000000000"
    error_message = "account_id is the number of an account: 12 digits."
  }
}

variable "region" {
  description = "Region of all resources, such as eu-west-1."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+$", var.region))
    error_message = "region is the name of an AWS Region, such as eu-west-1."
  }
}

variable "recovery_days" {
  description = "Days for which a file that was exported, overwritten or deleted can be brought back."
  type        = number

  validation {
    condition     = var.recovery_days >= 1 && floor(var.recovery_days) == var.recovery_days
    error_message = "recovery_days is a whole number of days, 1 or more."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic that alarms go to, or null for alarms that only show in CloudWatch."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_topic_arn == null || can(regex("^arn:aws(-cn|-eusc|-iso|-iso-b|-iso-e|-iso-f|-us-gov)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$", var.alarm_topic_arn))
    error_message = "alarm_topic_arn is the ARN of an SNS topic: arn:aws:sns:<region>:<account>:<topic>."
  }
}
