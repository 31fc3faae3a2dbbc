# What a team would write without exportctl: all datasets' files read by Terraform, and the same modules.
# terraform-scale measures it beside what exportctl renders.

locals {
  push     = { for file in fileset("../datasets/push", "*.yaml") : trimsuffix(file, ".yaml") => yamldecode(file("../datasets/push/${file}")) }
  pull     = { for file in fileset("../datasets/pull", "*.yaml") : trimsuffix(file, ".yaml") => yamldecode(file("../datasets/pull/${file}")) }
  platform = yamldecode(file("../datasets/platform.yaml"))
  buckets  = { for name in keys(local.pull) : name => "${local.platform.pull_bucket_prefix}${replace(name, "_", "-")}" }
  users    = distinct(flatten([for dataset in concat(values(local.push), values(local.pull)) : dataset.users]))
}

module "push" {
  source   = "./modules/push"
  for_each = local.push

  name          = each.key
  target_bucket = each.value.bucket
  keep_files    = try(each.value.keep_files, false)
  kms_key_arn   = try(each.value.kms_key_arn, null)
  platform      = module.platform
  push_platform = module.push_platform
}

module "pull" {
  source   = "./modules/pull"
  for_each = local.pull

  bucket            = local.buckets[each.key]
  allow_push        = try(each.value.allow_push, false)
  bucket_versioning = try(each.value.bucket_versioning, false)
  pull_arns         = each.value.pull_arns
  platform          = module.platform
}

module "users" {
  source = "./modules/users"

  users = {
    for user in local.users : user => {
      push = [for name, dataset in local.push : name if contains(dataset.users, user)]
      pull = [for name, dataset in local.pull : local.buckets[name] if contains(dataset.users, user)]
    }
  }

  access = [
    { kind = "push", sid = "PushFiles", actions = ["s3:PutObject"], resource = "arn:aws:s3:::${local.platform.export_bucket}/{name}/*" },
    { kind = "push", sid = "PushList", actions = ["s3:ListBucket"], resource = "arn:aws:s3:::${local.platform.export_bucket}", prefix = "{name}/*" },
    { kind = "pull", sid = "PullFiles", actions = ["s3:GetObject", "s3:PutObject"], resource = "arn:aws:s3:::{name}/*" },
    { kind = "pull", sid = "PullList", actions = ["s3:ListBucket"], resource = "arn:aws:s3:::{name}" },
  ]
}

output "push_role_arns" {
  value = { for name, dataset in module.push : name => dataset.role_arn }
}

output "pull_buckets" {
  value = { for name, dataset in module.pull : name => dataset.bucket }
}
