# Rendered by exportctl from datasets/platform.yaml. Do not edit.

# The export bucket s3://example-hub-exports/ and the mover, which all push datasets share. They stay when the last
# push dataset goes.
module "push_platform" {
  source = "./modules/push_platform"

  export_bucket = "example-hub-exports"
  artifacts     = var.artifacts
  platform      = module.platform
}

# Former addresses: what an older exportctl created there is moved in the state and not created anew.
moved {
  from = module.platform.module.export_bucket
  to   = module.push_platform.module.export_bucket
}

moved {
  from = module.platform.aws_s3_bucket_notification.export_bucket
  to   = module.push_platform.aws_s3_bucket_notification.export_bucket
}

moved {
  from = module.platform.module.lambda_bucket
  to   = module.push_platform.module.lambda_bucket
}

moved {
  from = module.platform.aws_s3_object.lambda_zip
  to   = module.push_platform.module.mover.aws_s3_object.this
}

moved {
  from = module.platform.aws_cloudwatch_dashboard.exports
  to   = module.push_platform.aws_cloudwatch_dashboard.exports
}
