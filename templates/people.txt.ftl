[#if details.description??]

The data: [=details.description]
[/#if]
[#if details.owner?? || details.contact??]

Questions go to [#if details.owner??][=details.owner][#if details.contact??], [/#if][/#if][#if details.contact??][=details.contact][/#if].
[/#if]
