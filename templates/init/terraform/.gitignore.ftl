.terraform/
*.tfstate
*.tfstate.*
*.tfplan
crash.log

# Rendered by exportctl
/adopt.tf
/platform.tf
/users.tf
[#list kinds as kind]
/platform_[=kind].tf
/[=kind].tf
/[=kind]_*.tf
/[=kind]_*.json
[/#list]
/roots/

# Temporary files of exportctl
.*.exportctl
