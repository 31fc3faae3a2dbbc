# The settings of the dataset, which the service reads within a minute. Its plan shows the change of each key; the key "//"
# only says where a rendered file comes from. While the dataset is closed there is no such object: the service neither
# fetches nor serves then, and the data stay.
resource "aws_s3_object" "config" {
  count = var.closed ? 0 : 1

  bucket       = var.source_platform.bucket
  key          = local.config_key
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
  config_key = "config/sources/${var.name}.json"

  config = jsonencode({ for key, value in jsondecode(var.config) : key => value if key != "//" })
}
