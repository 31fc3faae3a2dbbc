# Rendered by exportctl from datasets/. Do not edit.

# Access of all users. A user whose role is missing is left out with a warning.
module "users" {
  source = "./modules/users"

  users = {
    "alpha_user_bo" = {
      push = [
        "departures",
        "outcomes",
      ]
    }
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
      resources = ["arn:${module.platform.partition}:s3:::example-hub-exports/{name}/*"]
    },
    {
      kind      = "push"
      sid       = "PushList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::example-hub-exports"]
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
    # Users query the tables of the dataset, and read their files; none of them reads what the service sent. Athena asks
    # for the database default with every query.
    {
      kind      = "landing"
      sid       = "LandingFiles"
      actions   = ["s3:GetObject"]
      resources = ["arn:${module.platform.partition}:s3:::example-hub-curated/{name}/*"]
    },
    {
      kind      = "landing"
      sid       = "LandingList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::example-hub-curated"]
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
    # Users query the table of the dataset, or its redacted table, and read its files. Athena asks for the database default
    # with every query. The key of the warehouse is known by its alias; each use of it is one of a file above.
    {
      kind      = "collection"
      sid       = "CollectionFiles"
      actions   = ["s3:GetObject"]
      resources = ["arn:${module.platform.partition}:s3:::example-hub-warehouse/tables/{name}/*"]
    },
    {
      kind      = "collection"
      sid       = "CollectionList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::example-hub-warehouse"]
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
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:database/collections",
        "arn:${module.platform.partition}:glue:${module.platform.region}:${module.platform.account_id}:table/collections/{name}",
      ]
    },
    {
      kind      = "collection"
      sid       = "CollectionKey"
      actions   = ["kms:Decrypt"]
      resources = ["arn:${module.platform.partition}:kms:${module.platform.region}:${module.platform.account_id}:key/*"]
      key_alias = "alias/exportctl/example-hub-warehouse"
    },
    # Users read the raw files of the dataset; the table is read through the API.
    {
      kind      = "source"
      sid       = "SourceFiles"
      actions   = ["s3:GetObject"]
      resources = ["arn:${module.platform.partition}:s3:::example-hub-store/datasets/{name}/*"]
    },
    {
      kind      = "source"
      sid       = "SourceList"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${module.platform.partition}:s3:::example-hub-store"]
      prefix    = "datasets/{name}/*"
    },
  ]
}
