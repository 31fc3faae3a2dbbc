[#if hasSchema]
# yaml-language-server: $schema=../../schema/relay.schema.json
[/#if]
name: [=name]
topic: [=values.topic[0]]
paperwork: [=values.paperwork[0]]
