# Sends an event for every file that is written under <name>/ in the export bucket to this dataset's queue.
resource "aws_cloudwatch_event_rule" "file_created" {
  name        = local.queue_name
  description = "Files written under ${var.name}/ in ${var.push_platform.export_bucket}."

  event_pattern = jsonencode({
    source        = ["aws.s3"]
    "detail-type" = ["Object Created"]
    detail = {
      bucket = { name = [var.push_platform.export_bucket] }
      object = { key = [{ prefix = "${var.name}/" }] }
    }
  })

  tags = local.tags
}

resource "aws_cloudwatch_event_target" "queue" {
  rule = aws_cloudwatch_event_rule.file_created.name
  arn  = aws_sqs_queue.queue.arn
}
