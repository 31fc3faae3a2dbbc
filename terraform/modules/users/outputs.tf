output "absent" {
  description = "Users without a role, who therefore have no access."
  value       = local.absent
}
