[#-- What every bucket of the older system has; ownership and lifecycle rules not each, and Terraform refuses to import what is not there. --]
[#macro bucket module name]
import {
  to = module.[=module].aws_s3_bucket.this
  id = "[=name]"
}

import {
  to = module.[=module].aws_s3_bucket_public_access_block.this
  id = "[=name]"
}

import {
  to = module.[=module].aws_s3_bucket_server_side_encryption_configuration.this
  id = "[=name]"
}
[/#macro]
