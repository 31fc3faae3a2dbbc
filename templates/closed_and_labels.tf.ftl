[#if closed?has_content]

  # Nobody gets in or out of these, and nothing is moved.
  closed = contains([
[#list closed as name]
    "[=name]",
[/#list]
  ], each.key)
[/#if]
[#if labels?has_content]

  labels = {
[#list labels as one]
    "[=one.key]"[=one.padding] = [#if one.value?has_content]local.[=one.value]_labels[#else]{}[/#if]
[/#list]
  }[each.key]
[/#if]
