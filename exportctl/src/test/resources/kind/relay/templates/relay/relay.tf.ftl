output "relays" {
  description = "The topics of the relays."
  value = {
[#list datasets as dataset]
    "[=dataset.key]"[=dataset.padding] = module.[=dataset.value].topic
[/#list]
  }
}
