[#--
Resources that every bucket of the older system has. Ownership and lifecycle rules are missing at some, and Terraform
refuses to import a missing resource.
--]
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
