# Rendered by exportctl from datasets/push/a.yaml. Do not edit.

# s3://exports.example.org/a/: written by alpha_user_+= and 1 more, moved to a.b.
# Paperwork: https://example.org/?a=$%7Bb%7D&c='d'#e
module "push_a" {
  source = "./modules/push"

  name          = "a"
  target_bucket = "a.b"
  keep_files    = false
  kms_key_arn   = null
  platform      = module.platform
}

output "push_a_role_arn" {
  description = "The role that a.b has to let in."
  value       = module.push_a.role_arn
}
