{
  "format": 1,
  "name": "[=dataset.name]",
  "database": "[=collection_platform.database]",
  "warehouse_bucket": "[=collection_platform.warehouseBucket]",
  "collection": "[=dataset.collection]",
  "source_bucket": "[=dataset.source.bucket]",
  "source_prefix": "[=dataset.source.prefix]",
  "days_before": [=dataset.source.daysBefore],
  "file_name_offsets": [=dataset.source.hasOffsets],
  "time_zone": "[=dataset.schedule.timeZone]",
  "catch_up_days": [=dataset.schedule.catchUpDays],
  "table": "[=dataset.table.kind]",
  "prefer": "[=dataset.table.prefer]",
  "buckets": [=dataset.table.buckets],
[#if dataset.table.steps?has_content]
  "steps": [
[#list dataset.table.steps as step]
    "[=step]"[#sep],[/#sep]
[/#list]
  ],
[#else]
  "steps": [],
[/#if]
[#if dataset.table.columns?has_content]
  "columns": [
[#list dataset.table.columns as column]
    { "name": "[=column.name]", "path": "[=column.path]", "type": "[=column.type]", "sensitive": [=column.isSensitive] }[#sep],[/#sep]
[/#list]
  ],
[#else]
  "columns": [],
[/#if]
  "redacted": [=dataset.isRedacted],
  "json_lines": [=dataset.table.hasJsonLines],
  "bad_records_per_million": [=dataset.limits.badRecordsPerMillion],
  "unreadable_files": [=dataset.limits.unreadableFiles],
  "recovery_days": [=platform.recoveryDays],
  "keys": {
[#if collection_platform.keyServiceUrl??]
    "key_service_url": "[=collection_platform.keyServiceUrl]",
    "key_service_secret_arn": "[=collection_platform.keyServiceSecretArn]"
[#else]
    "kms_key_arns": [
[#list collection_platform.kmsKeyArns as arn]
      "[=arn]"[#sep],[/#sep]
[/#list]
    ]
[/#if]
  },
[#if collection_platform.statusTable??]
  "status_table": "[=collection_platform.statusTable]",
[/#if]
  "region": "[=platform.region]"
}
