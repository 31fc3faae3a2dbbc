    # Users write files under the dataset's name in the export bucket.
    {
      kind = "push"
      sid  = "PushFiles"
      actions = [
        "s3:AbortMultipartUpload",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "s3:PutObjectAcl",
        "s3:PutObjectTagging",
      ]
      resources = ["arn:${module.platform.partition}:s3:::[=platform.exportBucket]/{name}/*"]
    },
    {
      kind      = "push"
      sid       = "PushList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::[=platform.exportBucket]"]
      prefix    = "{name}/*"
    },
