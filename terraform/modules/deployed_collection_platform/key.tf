# The key that the module collection_platform has created, by its alias.
data "aws_kms_alias" "warehouse" {
  name = "alias/exportctl/${replace(var.warehouse_bucket, ".", "_")}"
}
