  warehouse_bucket = "[=collection_platform.warehouseBucket]"
  database         = "[=collection_platform.database]"

  subnet_ids = [
[#list collection_platform.subnetIds as id]
    "[=id]",
[/#list]
  ]

  security_group_ids = [
[#list collection_platform.securityGroupIds as id]
    "[=id]",
[/#list]
  ]

  key_service_secret_arn = [#if collection_platform.keyServiceSecretArn??]"[=collection_platform.keyServiceSecretArn]"[#else]null[/#if]
[#if collection_platform.kmsKeyArns?has_content]

  kms_key_arns = [
[#list collection_platform.kmsKeyArns as arn]
    "[=arn]",
[/#list]
  ]

[#else]
  kms_key_arns           = []
[/#if]
  status_table           = [#if collection_platform.statusTable??]"[=collection_platform.statusTable]"[#else]null[/#if]
