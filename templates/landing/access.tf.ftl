    # Users query the tables of the dataset, and read their files; none of them reads what the service sent. Athena asks
    # for the database default with every query.
    {
      kind      = "landing"
      sid       = "LandingFiles"
      actions   = ["s3:GetObject"]
      resources = ["arn:${module.platform.partition}:s3:::[=landing_platform.curatedBucket]/{name}/*"]
    },
    {
      kind      = "landing"
      sid       = "LandingList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::[=landing_platform.curatedBucket]"]
      prefix    = "{name}/*"
    },
    {
      kind = "landing"
      sid  = "LandingTables"
      actions = [
        "glue:BatchGetPartition",
        "glue:GetDatabase",
        "glue:GetDatabases",
        "glue:GetPartition",
        "glue:GetPartitions",
        "glue:GetTable",
        "glue:GetTables",
      ]
      resources = [
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:catalog",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:database/default",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:database/{name}",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:database/{name}_history",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:table/{name}/*",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:table/{name}_history/*",
      ]
    },
