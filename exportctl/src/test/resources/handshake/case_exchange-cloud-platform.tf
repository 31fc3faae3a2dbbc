# Permissions that the roles of the export pull/case_exchange need in their own account to use the bucket
# example-case-exchange.
data "aws_iam_policy_document" "case_exchange" {
  statement {
    sid = "FilesCaseExchange"
    actions = [
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:GetObjectTagging",
      "s3:GetObjectVersion",
      "s3:ListMultipartUploadParts",
      "s3:PutObject",
      "s3:PutObjectTagging",
    ]
    resources = [
      "arn:aws:s3:::example-case-exchange/*",
    ]
  }

  statement {
    sid = "BucketCaseExchange"
    actions = [
      "s3:GetBucketLocation",
      "s3:ListBucket",
    ]
    resources = [
      "arn:aws:s3:::example-case-exchange",
    ]
  }
}

resource "aws_iam_policy" "case_exchange" {
  name        = "exports-example-case-exchange"
  description = "May read, write and delete files in example-case-exchange."
  policy      = data.aws_iam_policy_document.case_exchange.json
}

# In the namespace on the Cloud Platform. If its role is there already, add the entry to its role_policy_arns.
module "irsa" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-irsa?ref=2.1.0"

  eks_cluster_name     = var.eks_cluster_name
  namespace            = var.namespace
  service_account_name = "case-exchange"

  role_policy_arns = {
    case_exchange = aws_iam_policy.case_exchange.arn
  }

  business_unit          = var.business_unit
  application            = var.application
  is_production          = var.is_production
  team_name              = var.team_name
  environment_name       = var.environment
  infrastructure_support = var.infrastructure_support
}

# Tells the role's name: cloud-platform decode-secret -n <namespace> -s irsa-output
resource "kubernetes_secret" "irsa" {
  metadata {
    name      = "irsa-output"
    namespace = var.namespace
  }

  data = {
    role           = module.irsa.role_name
    serviceaccount = module.irsa.service_account.name
  }
}
