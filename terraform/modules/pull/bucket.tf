# Analysts put files here, and outside roles fetch them. When the dataset is deleted, S3 refuses to delete the bucket
# while it holds files (docs/deploying.md).
module "bucket" {
  source = "../bucket"

  name             = var.bucket
  partition        = var.platform.partition
  versioning       = var.bucket_versioning
  recovery_days    = var.platform.recovery_days
  policy_documents = [data.aws_iam_policy_document.roles.minified_json]
  tags             = local.tags
}
