locals {
  name = "exportctl-store"
  home = "${var.platform.region}:${var.platform.account_id}"
  port = 8080

  repository = "exportctl/store"
  log_group  = "/exportctl/store"

  # PostgreSQL's own port.
  database_port = 5432
  database_name = "store"
  database_user = "store_app"
}
