[#if details.owner?? || details.contact??]

locals {
  [=kind]_[=dataset.name]_labels = {
    owner   = [#if details.owner??]"[=details.owner]"[#else]null[/#if]
    contact = [#if details.contact??]"[=details.contact]"[#else]null[/#if]
  }
}
[/#if]
