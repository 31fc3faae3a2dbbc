provider "aws" {
  region              = "[=platform.region]"
  allowed_account_ids = ["[=platform.accountId]"]

  default_tags {
    tags = {
[#list platform.tags as name, value]
      "[=name]"[=""?right_pad(widest - name?length)] = "[=value]"
[/#list]
    }
  }
}
