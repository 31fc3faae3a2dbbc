# All landing datasets on one page, for the last fourteen nights. Each graph searches for its metric, so that a new dataset
# appears without a change here. A widget of alarms would have to list each alarm; the heading links to their console page
# in its place.
resource "aws_cloudwatch_dashboard" "landing" {
  # An account may have several landing buckets, and a name takes no dots.
  dashboard_name = "landing-${replace(var.bucket, ".", "_")}"

  dashboard_body = jsonencode({
    start = "-P14D"
    widgets = concat(
      [
        {
          type   = "text"
          x      = 0
          y      = 0
          width  = 24
          height = 2
          properties = {
            markdown = "${local.heading}${local.link}"
          }
        },
      ],
      [
        for index, graph in local.graphs : {
          type   = "metric"
          x      = index % 2 * 12
          y      = 2 + floor(index / 2) * 6
          width  = 12
          height = 6
          properties = {
            title   = graph.title
            region  = var.platform.region
            view    = "timeSeries"
            stacked = false
            yAxis   = { left = { min = 0, label = graph.unit, showUnits = false } }
            metrics = [[{
              id         = "e1"
              label      = ""
              expression = "SEARCH('${graph.search}', '${graph.statistic}')"
              period     = 3600
            }]]
          }
        }
      ],
    )
  })
}

locals {
  ours   = "{exportctl,dataset} MetricName="
  queues = "{AWS/SQS,QueueName} QueueName=landing MetricName="

  # The names of all queues begin with landing_; those of dead-letter queues end in -dead-letter.
  graphs = [
    {
      title     = "Age of the newest extraction that is published"
      unit      = "seconds"
      search    = "${local.ours}\"age\""
      statistic = "Maximum"
    },
    {
      title     = "Extractions refused"
      unit      = "extractions"
      search    = "${local.ours}\"refused\""
      statistic = "Sum"
    },
    {
      title     = "Extractions published"
      unit      = "extractions"
      search    = "${local.ours}\"published\""
      statistic = "Sum"
    },
    {
      title     = "Rows published"
      unit      = "rows"
      search    = "${local.ours}\"rows\""
      statistic = "Sum"
    },
    {
      title     = "Values that Parquet cannot hold, published as null"
      unit      = "values"
      search    = "${local.ours}\"nulled\""
      statistic = "Sum"
    },
    {
      title     = "Extractions neither published nor refused after half an hour"
      unit      = "extractions"
      search    = "${local.ours}\"unfinished\""
      statistic = "Maximum"
    },
    {
      title     = "Files older than a day without a manifest"
      unit      = "files"
      search    = "${local.ours}\"unclaimed\""
      statistic = "Maximum"
    },
    {
      title     = "Dead letters"
      unit      = "messages"
      search    = "${local.queues}\"ApproximateNumberOfMessagesVisible\" dead"
      statistic = "Maximum"
    },
    {
      title     = "Messages that wait"
      unit      = "messages"
      search    = "${local.queues}\"ApproximateNumberOfMessagesVisible\" NOT dead"
      statistic = "Maximum"
    },
    {
      title     = "Age of the oldest message"
      unit      = "seconds"
      search    = "${local.queues}\"ApproximateAgeOfOldestMessage\" NOT dead"
      statistic = "Maximum"
    },
    {
      title     = "Errors of the functions"
      unit      = "errors"
      search    = "{AWS/Lambda,FunctionName} FunctionName=landing MetricName=\"Errors\""
      statistic = "Sum"
    },
    {
      title     = "Longest call of a function"
      unit      = "milliseconds"
      search    = "{AWS/Lambda,FunctionName} FunctionName=landing MetricName=\"Duration\""
      statistic = "Maximum"
    },
  ]

  # Address of the console in each partition; it redirects to the Region's. The partitions aws-iso and those like it have
  # no public address, and no link.
  consoles = {
    aws        = "console.aws.amazon.com"
    aws-cn     = "console.amazonaws.cn"
    aws-eusc   = "${var.platform.region}.console.amazonaws-eusc.eu"
    aws-us-gov = "console.amazonaws-us-gov.com"
  }
  console = lookup(local.consoles, var.platform.partition, null)
  alarms  = "cloudwatch/home?region=${var.platform.region}#alarmsV2:?search=landing_"
  link    = local.console == null ? "" : " **[Alarms of landing datasets](https://${local.console}/${local.alarms})**"

  heading = "Extractions that arrive in `${var.bucket}` and become tables in `${var.curated_bucket}`, a line for each dataset."
}
