[#if hasSchema]
# yaml-language-server: $schema=../../schema/pull.schema.json
[/#if]
[#if isExample]
# An example, to be replaced before the first apply.
[/#if]
# The roles in pull_arns may [#if values.allow_push??]read and write[#else]read[/#if] the bucket of this dataset.
name: [=name]
pull_arns:
[#list values.pull_arns as arn]
  - [=arn]
[/#list]
[#include "../users_and_paperwork.yaml.ftl"]
[#if values.allow_push??]
allow_push: true
[/#if]
[#if values.bucket_versioning??]
bucket_versioning: true
[/#if]
[#include "../life_and_people.yaml.ftl"]
