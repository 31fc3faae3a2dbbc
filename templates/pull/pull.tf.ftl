output "pull_buckets" {
  description = "The buckets that the roles read."
  value = {
[#list names as name]
    "[=name]"[=""?right_pad(widest - name?length)] = module.pull_[=name].bucket
[/#list]
  }
}
