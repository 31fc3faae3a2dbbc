[#assign statement = asks[0].statements[0]]
[#assign id = dataset.name?replace("_", "-")]
[#assign secret = "analytical-platform-reporting-s3-bucket-" + id]
# The extractor of landing/[=dataset.name] in the namespace [=dataset.job.namespace] takes a role of the data platform. That
# role decides where it may write: no bucket and no folder stands here.
data "aws_iam_policy_document" "[=dataset.name]" {
  statement {
    sid       = "[=statement.sid]"
    actions   = ["sts:AssumeRole"]
    resources = ["[=statement.resource]"]
  }
}

resource "aws_iam_policy" "[=dataset.name]" {
  name        = "landing-[=id]"
  description = "May take the role that puts extractions of [=dataset.name] on the data platform."
  policy      = data.aws_iam_policy_document.[=dataset.name].json
}

# In the namespace on the Cloud Platform. If the service account is there already, add the entry to its role_policy_arns.
module "[=dataset.name]_irsa" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-irsa?ref=2.1.0"

  eks_cluster_name     = var.eks_cluster_name
  namespace            = var.namespace
  service_account_name = "[=dataset.job.serviceAccount]"

  role_policy_arns = {
    [=dataset.name] = aws_iam_policy.[=dataset.name].arn
  }

  business_unit          = var.business_unit
  application            = var.application
  is_production          = var.is_production
  team_name              = var.team_name
  environment_name       = var.environment
  infrastructure_support = var.infrastructure_support
}

# The job reads the destination here. role_arn is what the data platform adds to put_arns:
# cloud-platform decode-secret -n [=dataset.job.namespace] -s [=secret]
resource "kubernetes_secret" "[=dataset.name]" {
  metadata {
    name      = "[=secret]"
    namespace = var.namespace
  }

  data = {
    destination_bucket = "s3://[=location]/[=dataset.name]/"
    platform_role_arn  = "[=statement.resource]"
    role_arn           = module.[=dataset.name]_irsa.role_arn
  }
}
[#if dataset.selection.hashColumns?has_content]

# The key of the hashes. Whoever has it can tell whose hash it is by trying: it stays in this namespace. A new key gives
# new hashes, which no longer join with those of former extractions.
resource "random_password" "[=dataset.name]_hash_key" {
  length  = 64
  special = false
}

resource "kubernetes_secret" "[=dataset.name]_hash_key" {
  metadata {
    name      = "[=id]-hash-key"
    namespace = var.namespace
  }

  data = {
    key = random_password.[=dataset.name]_hash_key.result
  }
}
[/#if]
