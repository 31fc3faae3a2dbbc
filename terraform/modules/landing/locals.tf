# Services trust the extractor's role by its name, and policies name these ARNs before the resources exist: all follow from
# the dataset's name, the account and the Region.
locals {
  extractor_name   = "landing_${var.name}"
  function_name    = "landing_${var.name}-load"
  queue_name       = "landing_${var.name}"
  dead_letter_name = "landing_${var.name}-dead-letter"
  schedule_name    = "landing_${var.name}"
  sweep_role_name  = "landing_${var.name}-sweep"
  log_group_name   = "/aws/lambda/${local.function_name}"
  history          = "${var.name}_history"

  home            = "${var.platform.region}:${var.platform.account_id}"
  rule_arn        = "arn:${var.platform.partition}:events:${local.home}:rule/${local.queue_name}"
  queue_arn       = "arn:${var.platform.partition}:sqs:${local.home}:${local.queue_name}"
  dead_letter_arn = "arn:${var.platform.partition}:sqs:${local.home}:${local.dead_letter_name}"
  log_group_arn   = "arn:${var.platform.partition}:logs:${local.home}:log-group:${local.log_group_name}"

  service_roles_arn  = "arn:${var.platform.partition}:iam::${var.platform.account_id}:role/service-role"
  extractor_arn      = "${local.service_roles_arn}/${local.extractor_name}"
  sweep_role_arn     = "${local.service_roles_arn}/${local.sweep_role_name}"
  schedule_group_arn = "arn:${var.platform.partition}:scheduler:${local.home}:schedule-group/default"

  landing_bucket_arn = "arn:${var.platform.partition}:s3:::${var.landing_platform.bucket}"
  landing_arn        = "${local.landing_bucket_arn}/${var.name}"
  curated_bucket_arn = "arn:${var.platform.partition}:s3:::${var.landing_platform.curated_bucket}"
  curated_arn        = "${local.curated_bucket_arn}/${var.name}"

  catalog_arn = "arn:${var.platform.partition}:glue:${local.home}"
}
