[#if details.formerName?? && isSingle]

# Former name: what was deployed under it is taken on by the next apply.
moved {
  from = module.[=kind]["[=details.formerName]"]
  to   = module.[=kind]["[=dataset.name]"]
}
[/#if]
