provider "aws" {
  region              = "[=platform.region]"
  allowed_account_ids = ["[=platform.accountId]"]

  default_tags {
    tags = {
[#assign widest = 0]
[#list platform.tags?keys as name]
[#if name?length > widest][#assign widest = name?length][/#if]
[/#list]
[#list platform.tags as name, value]
      "[=name]"[=""?right_pad(widest - name?length)] = "[=value]"
[/#list]
    }
  }
}
