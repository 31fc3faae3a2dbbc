    # Users query the table of the dataset, or its redacted table, and read its files. Athena asks for the database default
    # with every query. The key of the warehouse is known by its alias; each use of it is one of a file above.
    {
      kind      = "collection"
      sid       = "CollectionFiles"
      actions   = ["s3:GetObject"]
      resources = ["arn:${module.platform.partition}:s3:::[=collection_platform.warehouseBucket]/tables/{name}/*"]
    },
    {
      kind      = "collection"
      sid       = "CollectionList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::[=collection_platform.warehouseBucket]"]
      prefix    = "tables/{name}/*"
    },
    {
      kind = "collection"
      sid  = "CollectionTables"
      actions = [
        "glue:GetDatabase",
        "glue:GetDatabases",
        "glue:GetTable",
        "glue:GetTables",
      ]
      resources = [
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:catalog",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:database/default",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:database/[=collection_platform.database]",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:table/[=collection_platform.database]/{name}",
      ]
    },
    {
      kind      = "collection"
      sid       = "CollectionKey"
      actions   = ["kms:Decrypt"]
      resources = ["arn:${module.platform.partition}:kms:${module.platform.region}:${module.platform.account_id}:key/*"]
      key_alias = "[=collection_platform.keyAlias]"
    },
