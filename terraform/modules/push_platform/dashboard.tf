# All push datasets on one page. Each graph searches for its metric, so that a new dataset appears without a change
# here. A widget of alarms would have to list each alarm; the heading links to their console page in its place.
resource "aws_cloudwatch_dashboard" "exports" {
  # An account may have several dashboards of exports, and a name takes no dots.
  dashboard_name = "exports-${replace(var.export_bucket, ".", "_")}"

  dashboard_body = jsonencode({
    start = "-P1D"
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
              period     = graph.period
            }]]
          }
        }
      ],
    )
  })
}

locals {
  ours   = "{exportctl,dataset} MetricName="
  queues = "{AWS/SQS,QueueName} QueueName=export MetricName="

  # The names of all queues begin with export_; those of dead-letter queues end in -dead-letter.
  graphs = [
    {
      title     = "Age of the oldest file left behind"
      unit      = "seconds"
      search    = "${local.ours}\"oldest_age\""
      statistic = "Maximum"
      period    = 3600
    },
    {
      title     = "Dead letters"
      unit      = "messages"
      search    = "${local.queues}\"ApproximateNumberOfMessagesVisible\" dead"
      statistic = "Maximum"
      period    = 300
    },
    {
      title     = "Failed tries"
      unit      = "tries"
      search    = "${local.ours}\"failed\""
      statistic = "Sum"
      period    = 300
    },
    {
      title     = "Copies that differ from their file"
      unit      = "copies"
      search    = "${local.ours}\"corrupted\""
      statistic = "Sum"
      period    = 300
    },
    {
      title     = "Files moved"
      unit      = "files"
      search    = "${local.ours}\"moved\""
      statistic = "Sum"
      period    = 300
    },
    {
      title     = "Bytes moved"
      unit      = "bytes"
      search    = "${local.ours}\"bytes\""
      statistic = "Sum"
      period    = 300
    },
    {
      title     = "Files overtaken and put right"
      unit      = "files"
      search    = "${local.ours}\"repaired\""
      statistic = "Sum"
      period    = 300
    },
    {
      title     = "Files changed while they were moved"
      unit      = "times"
      search    = "${local.ours}\"conflicts\""
      statistic = "Sum"
      period    = 300
    },
    {
      title     = "Files left behind for half an hour"
      unit      = "files"
      search    = "${local.ours}\"waiting\""
      statistic = "Maximum"
      period    = 3600
    },
    {
      title     = "Messages that wait"
      unit      = "messages"
      search    = "${local.queues}\"ApproximateNumberOfMessagesVisible\" NOT dead"
      statistic = "Maximum"
      period    = 300
    },
    {
      title     = "Age of the oldest message"
      unit      = "seconds"
      search    = "${local.queues}\"ApproximateAgeOfOldestMessage\" NOT dead"
      statistic = "Maximum"
      period    = 300
    },
    {
      title     = "Errors of the functions"
      unit      = "errors"
      search    = "{AWS/Lambda,FunctionName} FunctionName=export MetricName=\"Errors\""
      statistic = "Sum"
      period    = 300
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
  alarms  = "cloudwatch/home?region=${var.platform.region}#alarmsV2:?search=export_"
  link    = local.console == null ? "" : " **[Alarms of the exports](https://${local.console}/${local.alarms})**"

  heading = "Files on their way out of `${var.export_bucket}`, a line for each dataset."
}
