[#import "../adopt_bucket.tf.ftl" as adopt]

# Bucket that the roles read.
[@adopt.bucket module="pull_" + dataset.name + ".module.bucket" name=location /]

import {
  to = module.pull_[=dataset.name].module.bucket.aws_s3_bucket_policy.this
  id = "[=location]"
}
[#if dataset.bucketVersioning]

import {
  to = module.pull_[=dataset.name].module.bucket.aws_s3_bucket_versioning.this[0]
  id = "[=location]"
}
[/#if]
