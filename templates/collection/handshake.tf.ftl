[#assign role = asks[0].statements[0].principal]
# Permissions that collection/[=dataset.name] needs to read [=dataset.source.url]
# Apply them once this role exists: [=role]

# A bucket has one policy: name this document in source_policy_documents of the one that you have.
data "aws_iam_policy_document" "[=dataset.name]_bucket" {
[#assign first = true]
[#list asks as ask]
[#if ask.policy == "bucketPolicy"]
[#if !first]

[/#if]
[#assign first = false]
[@grant ask.statements[0] /]
[/#if]
[/#list]
}
[#list asks as ask]
[#if ask.policy == "keyPolicy"]

# To be added to the policy of the key [=ask.of].
data "aws_iam_policy_document" "[=dataset.name]_key" {
[@grant ask.statements[0] /]
}
[/#if]
[/#list]
[#macro grant statement]
  statement {
    sid = "[=statement.sid]"
    actions = [
[#list statement.actions as action]
      "[=action]",
[/#list]
    ]
    resources = [
      "[=statement.resource]",
    ]

    principals {
      type        = "AWS"
      identifiers = ["[=role]"]
    }
  }
[/#macro]
