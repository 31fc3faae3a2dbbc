# Owners of source buckets trust the job's role by its name, and policies name these ARNs before the resources exist: all
# follow from the dataset's name.
locals {
  application_name = "ingest_${var.name}"
  job_name         = "${local.application_name}-job"
  maintenance_name = "${local.application_name}-maintain"
  dead_letter_name = "${local.application_name}-dead-letter"
  log_group_name   = "/exportctl/${local.application_name}"

  home              = "${var.platform.region}:${var.platform.account_id}"
  service_roles_arn = "arn:${var.platform.partition}:iam::${var.platform.account_id}:role/service-role"

  job_role_arn       = "${local.service_roles_arn}/${local.job_name}"
  schedule_role_arn  = "${local.service_roles_arn}/${local.application_name}"
  schedule_group_arn = "arn:${var.platform.partition}:scheduler:${local.home}:schedule-group/default"
  dead_letter_arn    = "arn:${var.platform.partition}:sqs:${local.home}:${local.dead_letter_name}"
  rule_arn           = "arn:${var.platform.partition}:events:${local.home}:rule/${local.application_name}"
  log_group_arn      = "arn:${var.platform.partition}:logs:${local.home}:log-group:${local.log_group_name}"

  source_arn    = "arn:${var.platform.partition}:s3:::${var.source_bucket}"
  warehouse_arn = "arn:${var.platform.partition}:s3:::${var.collection_platform.warehouse_bucket}"
  job_file_key  = "jobs/${var.name}.json"
  program_url   = "s3://${var.collection_platform.warehouse_bucket}/${var.collection_platform.program_key}"
  job_file_url  = "s3://${var.collection_platform.warehouse_bucket}/${local.job_file_key}"

  # Tables of the dataset: the records, all records of a latest table, the redacted ones, and hashes of erased ids.
  tables = [var.name, "${var.name}_changes", "${var.name}_erased", "${var.name}_redacted"]

  # Folders of the warehouse that belong to this dataset alone.
  own_folders = concat(
    [for table in local.tables : "tables/${table}/"],
    [for folder in ["dead", "json_lines", "runs"] : "${folder}/${var.name}/"],
  )

  catalog_arn = "arn:${var.platform.partition}:glue:${local.home}"
}
