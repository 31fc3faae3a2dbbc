    # Users read the raw files of the dataset; the table is read through the API.
    {
      kind      = "source"
      sid       = "SourceFiles"
      actions   = ["s3:GetObject"]
      resources = ["arn:${module.platform.partition}:s3:::[=source_platform.bucket]/datasets/{name}/*"]
    },
    {
      kind      = "source"
      sid       = "SourceList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::[=source_platform.bucket]"]
      prefix    = "datasets/{name}/*"
    },
