# The settings of the dataset, which the service reads within a minute. Its plan shows the change of each key; the key "//"
# only says where a rendered file comes from.
resource "aws_s3_object" "config" {
  bucket       = var.source_platform.bucket
  key          = "config/sources/${var.name}.json"
  content      = local.config
  content_type = "application/json"
  source_hash  = sha256(local.config)

  # An object takes 10 tags, everything else in AWS 50: the provider's default tags would be refused here.
  override_provider {
    default_tags {
      tags = {}
    }
  }

  lifecycle {
    precondition {
      condition     = jsondecode(var.config).name == var.name
      error_message = "config is that of another dataset."
    }
  }
}

locals {
  config = jsonencode({ for key, value in jsondecode(var.config) : key => value if key != "//" })
}
