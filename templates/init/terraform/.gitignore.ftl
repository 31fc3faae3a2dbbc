.terraform/
*.tfstate
*.tfstate.*
*.tfplan
crash.log

# Rendered by exportctl
/platform.tf
/users.tf
[#list kinds as kind]
/[=kind]_*.tf
[/#list]
