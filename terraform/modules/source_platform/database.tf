resource "aws_db_subnet_group" "store" {
  name        = local.name
  description = "Database of the data store."
  subnet_ids  = var.database_subnet_ids
}

# Tables, versions and clients. RDS keeps the master's password; the service signs in with tokens of IAM. PostgreSQL refuses
# connections without TLS from version 15 on.
resource "aws_db_instance" "store" {
  identifier     = local.name
  engine         = "postgres"
  engine_version = "17"
  instance_class = var.instance_class

  allocated_storage     = var.storage_gb
  max_allocated_storage = 5 * var.storage_gb
  storage_type          = "gp3"
  storage_encrypted     = true

  db_name                             = local.database_name
  username                            = "store_master"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true

  db_subnet_group_name   = aws_db_subnet_group.store.name
  vpc_security_group_ids = [aws_security_group.database.id]
  publicly_accessible    = false
  multi_az               = var.multi_az

  # RDS keeps backups for 35 days at most.
  backup_retention_period    = min(var.platform.recovery_days, 35)
  copy_tags_to_snapshot      = true
  auto_minor_version_upgrade = true
  deletion_protection        = true
  skip_final_snapshot        = false
  final_snapshot_identifier  = "${local.name}-final"

  lifecycle {
    prevent_destroy = true
  }
}
