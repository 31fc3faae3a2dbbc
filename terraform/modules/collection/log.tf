# Holds runs, files, lines, reasons and counts; no record's content.
resource "aws_cloudwatch_log_group" "job" {
  name              = local.log_group_name
  retention_in_days = 365
  kms_key_id        = var.collection_platform.kms_key_arn

  tags = local.tags
}
