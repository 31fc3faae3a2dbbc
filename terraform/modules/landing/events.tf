# Sends an event for every manifest of this dataset to its queue. An extractor writes the manifest last, so that the
# extraction is whole.
resource "aws_cloudwatch_event_rule" "manifest_created" {
  name        = local.queue_name
  description = "Manifests written under ${var.name}/metadata/ in ${var.landing_platform.bucket}."

  event_pattern = jsonencode({
    source        = ["aws.s3"]
    "detail-type" = ["Object Created"]
    detail = {
      bucket = { name = [var.landing_platform.bucket] }
      object = { key = [{ wildcard = "${var.name}/metadata/*/manifest.json" }] }
    }
  })

  tags = local.tags
}

resource "aws_cloudwatch_event_target" "queue" {
  rule = aws_cloudwatch_event_rule.manifest_created.name
  arn  = aws_sqs_queue.queue.arn
}
