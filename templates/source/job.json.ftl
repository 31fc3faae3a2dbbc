[#macro value node indent][#if node?is_hash]{
[#list node as key, item]
[=indent]  "[=key]": [@value item indent + "  " /][#sep],[/#sep]
[/#list]
[=indent]}[#elseif node?is_sequence][#if node?has_content][
[#list node as item]
[=indent]  [@value item indent + "  " /][#sep],[/#sep]
[/#list]
[=indent]][#else][][/#if][#elseif node?is_boolean || node?is_number][=node][#else]"[=node]"[/#if][/#macro]
[@value dataset.settings "" /]

