# Rendered by exportctl from datasets/. Do not edit.

# Access of all users. A user whose role is missing is left out with a warning.
module "users" {
  source = "./modules/users"

  users = {
  }

  # Statements of each kind; {name} stands for each name in a user's list.
  access = [
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
      resources = ["arn:${module.platform.partition}:s3:::exp/{name}/*"]
    },
    {
      kind      = "push"
      sid       = "PushList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::exp"]
      prefix    = "{name}/*"
    },
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
  ]
}
