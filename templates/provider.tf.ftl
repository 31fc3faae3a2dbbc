provider "aws" {
  region              = "[=platform.region]"
  allowed_account_ids = ["[=platform.accountId]"]

  default_tags {
    tags = {
[#list tags as tag]
      "[=tag.key]"[=tag.padding] = "[=tag.value]"
[/#list]
    }
  }
}
