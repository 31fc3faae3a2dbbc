[#import "../adopt_bucket.tf.ftl" as adopt]

# Export bucket and its events.
[@adopt.bucket module="push_platform.module.export_bucket" name=platform.exportBucket /]

import {
  to = module.push_platform.module.export_bucket.aws_s3_bucket_versioning.this[0]
  id = "[=platform.exportBucket]"
}

import {
  to = module.push_platform.aws_s3_bucket_notification.export_bucket
  id = "[=platform.exportBucket]"
}
