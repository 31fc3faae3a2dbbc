[#if details.description??]
# [=details.description]
[/#if]
[#if isClosed]
# [=state?cap_first]: nobody gets in or out, and nothing is moved.
[/#if]
