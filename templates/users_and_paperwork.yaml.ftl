users:
[#list values.users as user]
  - [=user]
[/#list]
[#if values.paperwork?size == 1]
paperwork: [=values.paperwork[0]]
[#else]
paperwork:
[#list values.paperwork as link]
  - [=link]
[/#list]
[/#if]
