output "pull_buckets" {
  description = "Buckets that the roles read."
  value = {
[#list datasets as dataset]
    "[=dataset.key]"[=dataset.padding] = module.[=dataset.value].bucket
[/#list]
  }
}
