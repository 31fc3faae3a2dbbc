# Receivers trust these names, and policies name these ARNs before the resources exist: both follow from the dataset's
# name, the account and the Region.
locals {
  function_name    = "export_${var.name}-${var.keep_files ? "copy" : "move"}"
  queue_name       = "export_${var.name}"
  dead_letter_name = "export_${var.name}-dead-letter"
  sweep_name       = "sweep_${var.name}"
  log_group_name   = "/aws/lambda/${local.function_name}"

  home            = "${var.platform.region}:${var.platform.account_id}"
  rule_arn        = "arn:${var.platform.partition}:events:${local.home}:rule/${local.queue_name}"
  queue_arn       = "arn:${var.platform.partition}:sqs:${local.home}:${local.queue_name}"
  dead_letter_arn = "arn:${var.platform.partition}:sqs:${local.home}:${local.dead_letter_name}"
  log_group_arn   = "arn:${var.platform.partition}:logs:${local.home}:log-group:${local.log_group_name}"

  role_arn           = "arn:${var.platform.partition}:iam::${var.platform.account_id}:role/service-role/${local.function_name}"
  sweep_role_arn     = "arn:${var.platform.partition}:iam::${var.platform.account_id}:role/service-role/${local.sweep_name}"
  schedule_group_arn = "arn:${var.platform.partition}:scheduler:${local.home}:schedule-group/default"

  export_bucket_arn = "arn:${var.platform.partition}:s3:::${var.push_platform.export_bucket}"
  source_files_arn  = "${local.export_bucket_arn}/${var.name}/*"
  target_files_arn  = "arn:${var.platform.partition}:s3:::${var.target_bucket}/${var.name}/*"
}
