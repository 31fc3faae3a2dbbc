[#if hasSchema]
# yaml-language-server: $schema=../../schema/push.schema.json
[/#if]
[#if isExample]
# An example, to be replaced before the first apply.
[/#if]
# Files that are written under the folder [=name]/ of the export bucket are [#if values.keep_files??]copied[#else]moved[/#if] to this bucket.
name: [=name]
bucket: [=values.bucket[0]]
[#if values.account??]
account: [=values.account[0]]
[#elseif isExample]
account: "210987654321"
[/#if]
[#include "../users_and_paperwork.yaml.ftl"]
[#if values.keep_files??]
keep_files: true
[/#if]
[#if values.kms_key_arn??]
kms_key_arn: [=values.kms_key_arn[0]]
[/#if]
[#include "../life_and_people.yaml.ftl"]
