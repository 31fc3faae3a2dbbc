# All exports at a glance. Each graph searches for its metric, so that a new dataset shows by itself, and no dataset is
# listed. An alarm cannot search, and a widget of alarms would have to list them: a link leads to theirs.
resource "aws_cloudwatch_dashboard" "exports" {
  dashboard_name = "exports"

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
            markdown = "Files on their way out of `${var.export_bucket}`, a line for each dataset. **[Alarms of the exports](${local.alarms})**"
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
            region  = var.region
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

  # The name of each queue begins with export_, that of a dead-letter queue ends in -dead-letter.
  graphs = [
    { title = "Age of the oldest file left behind", unit = "seconds", search = "${local.ours}\"oldest_age\"", statistic = "Maximum", period = 3600 },
    { title = "Dead letters", unit = "messages", search = "${local.queues}\"ApproximateNumberOfMessagesVisible\" dead", statistic = "Maximum", period = 300 },
    { title = "Failed tries", unit = "tries", search = "${local.ours}\"failed\"", statistic = "Sum", period = 300 },
    { title = "Copies that differ from their file", unit = "copies", search = "${local.ours}\"corrupted\"", statistic = "Sum", period = 300 },
    { title = "Files moved", unit = "files", search = "${local.ours}\"moved\"", statistic = "Sum", period = 300 },
    { title = "Bytes moved", unit = "bytes", search = "${local.ours}\"bytes\"", statistic = "Sum", period = 300 },
    { title = "Files overtaken and put right", unit = "files", search = "${local.ours}\"repaired\"", statistic = "Sum", period = 300 },
    { title = "Files changed while they were moved", unit = "times", search = "${local.ours}\"conflicts\"", statistic = "Sum", period = 300 },
    { title = "Files left behind for half an hour", unit = "files", search = "${local.ours}\"waiting\"", statistic = "Maximum", period = 3600 },
    { title = "Messages that wait", unit = "messages", search = "${local.queues}\"ApproximateNumberOfMessagesVisible\" NOT dead", statistic = "Maximum", period = 300 },
    { title = "Age of the oldest message", unit = "seconds", search = "${local.queues}\"ApproximateAgeOfOldestMessage\" NOT dead", statistic = "Maximum", period = 300 },
    { title = "Errors of the functions", unit = "errors", search = "{AWS/Lambda,FunctionName} FunctionName=export MetricName=\"Errors\"", statistic = "Sum", period = 300 },
  ]

  # The address that works in each partition; it leads on to the one of the Region.
  consoles = { aws = "console.aws.amazon.com", aws-cn = "console.amazonaws.cn", aws-us-gov = "console.amazonaws-us-gov.com" }
  alarms   = "https://${local.consoles[data.aws_partition.current.partition]}/cloudwatch/home?region=${var.region}#alarmsV2:?search=export_"
}
