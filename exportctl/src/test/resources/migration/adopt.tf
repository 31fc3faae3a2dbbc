# Rendered by exportctl from datasets/. Do not edit.

# Resources of the older system, imported with their content: docs/migrating.md. The next `exportctl render` without
# --adopt removes this file; resources that were imported stay in the state.

# Export bucket and its events.
import {
  to = module.push_platform.module.export_bucket.aws_s3_bucket.this
  id = "mojap-hub-exports"
}

import {
  to = module.push_platform.module.export_bucket.aws_s3_bucket_public_access_block.this
  id = "mojap-hub-exports"
}

import {
  to = module.push_platform.module.export_bucket.aws_s3_bucket_server_side_encryption_configuration.this
  id = "mojap-hub-exports"
}

import {
  to = module.push_platform.module.export_bucket.aws_s3_bucket_versioning.this[0]
  id = "mojap-hub-exports"
}

import {
  to = module.push_platform.aws_s3_bucket_notification.export_bucket
  id = "mojap-hub-exports"
}

# Role that receiver-arrivals allows, its function and its log.
import {
  to = module.push["added"].aws_iam_role.function
  id = "export_added-move"
}

import {
  to = module.push["added"].aws_lambda_function.function
  id = "export_added-move"
}

import {
  to = module.push["added"].aws_cloudwatch_log_group.function
  id = "/aws/lambda/export_added-move"
}

# Role that receiver-arrivals allows, its function and its log.
import {
  to = module.push["arrivals"].aws_iam_role.function
  id = "export_arrivals-move"
}

import {
  to = module.push["arrivals"].aws_lambda_function.function
  id = "export_arrivals-move"
}

import {
  to = module.push["arrivals"].aws_cloudwatch_log_group.function
  id = "/aws/lambda/export_arrivals-move"
}

# Role that receiver-kept allows, its function and its log.
import {
  to = module.push["arrivals_kept"].aws_iam_role.function
  id = "export_arrivals_kept-copy"
}

import {
  to = module.push["arrivals_kept"].aws_lambda_function.function
  id = "export_arrivals_kept-copy"
}

import {
  to = module.push["arrivals_kept"].aws_cloudwatch_log_group.function
  id = "/aws/lambda/export_arrivals_kept-copy"
}

# Bucket that the roles read.
import {
  to = module.pull_court_dashboard.module.bucket.aws_s3_bucket.this
  id = "mojap-court-dashboard"
}

import {
  to = module.pull_court_dashboard.module.bucket.aws_s3_bucket_public_access_block.this
  id = "mojap-court-dashboard"
}

import {
  to = module.pull_court_dashboard.module.bucket.aws_s3_bucket_server_side_encryption_configuration.this
  id = "mojap-court-dashboard"
}

import {
  to = module.pull_court_dashboard.module.bucket.aws_s3_bucket_policy.this
  id = "mojap-court-dashboard"
}

# Bucket that the roles read.
import {
  to = module.pull_exchange.module.bucket.aws_s3_bucket.this
  id = "mojap-exchange"
}

import {
  to = module.pull_exchange.module.bucket.aws_s3_bucket_public_access_block.this
  id = "mojap-exchange"
}

import {
  to = module.pull_exchange.module.bucket.aws_s3_bucket_server_side_encryption_configuration.this
  id = "mojap-exchange"
}

import {
  to = module.pull_exchange.module.bucket.aws_s3_bucket_policy.this
  id = "mojap-exchange"
}

import {
  to = module.pull_exchange.module.bucket.aws_s3_bucket_versioning.this[0]
  id = "mojap-exchange"
}
