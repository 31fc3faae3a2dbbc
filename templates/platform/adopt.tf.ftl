[#import "../adopt_bucket.tf.ftl" as adopt]
# What the older system deployed, taken over with all that is in it: docs/migrating.md. The next `exportctl render`
# without --adopt removes this file; what was imported by then stays so.

# The export bucket, and the events that it sends.
[@adopt.bucket module="platform.module.export_bucket" name=platform.exportBucket /]

import {
  to = module.platform.module.export_bucket.aws_s3_bucket_versioning.this[0]
  id = "[=platform.exportBucket]"
}

import {
  to = module.platform.aws_s3_bucket_notification.export_bucket
  id = "[=platform.exportBucket]"
}
