    # Users read, write and delete files in the dataset's bucket, and cannot delete a version for good.
    {
      kind = "pull"
      sid  = "PullFiles"
      actions = [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:DeleteObjectTagging",
        "s3:GetObject",
        "s3:GetObjectTagging",
        "s3:GetObjectVersion",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "s3:PutObjectTagging",
      ]
      resources = ["arn:${module.platform.partition}:s3:::{name}/*"]
    },
    {
      kind      = "pull"
      sid       = "PullList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::{name}"]
    },
