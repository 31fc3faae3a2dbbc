# The jobs of this dataset run on it; it has no capacity while none runs.
resource "aws_emrserverless_application" "this" {
  name          = local.application_name
  release_label = "emr-7.12.0"
  type          = "SPARK"
  architecture  = "ARM64"

  tags = local.tags

  # Each vCPU comes with 4 GB of memory and 10 GB of disk.
  maximum_capacity {
    cpu    = "${var.maximum_vcpu} vCPU"
    memory = "${var.maximum_vcpu * 4} GB"
    disk   = "${var.maximum_vcpu * 10} GB"
  }

  auto_start_configuration {
    enabled = true
  }

  auto_stop_configuration {
    enabled              = true
    idle_timeout_minutes = 5
  }

  network_configuration {
    subnet_ids         = var.collection_platform.subnet_ids
    security_group_ids = var.collection_platform.security_group_ids
  }
}
