# Analysts query these. The function creates the tables in both databases, since their columns come with the data. With a
# database its tables are deleted; their files stay.
resource "aws_glue_catalog_database" "newest" {
  name        = var.name
  description = "Tables of ${var.name} as the newest extraction has them."

  tags = local.tags
}

resource "aws_glue_catalog_database" "history" {
  name        = local.history
  description = "Tables of ${var.name} in every extraction of the last ${var.history_days} days, by extraction_timestamp."

  tags = local.tags
}
