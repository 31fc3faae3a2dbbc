# The extractor of landing/case_notes in the namespace case-notes-prod takes a role of the data platform. That
# role decides where it may write: no bucket and no folder stands here.
data "aws_iam_policy_document" "case_notes" {
  statement {
    sid       = "LandsCaseNotes"
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:iam::123456789012:role/service-role/landing_case_notes"]
  }
}

resource "aws_iam_policy" "case_notes" {
  name        = "landing-case-notes"
  description = "May take the role that puts extractions of case_notes on the data platform."
  policy      = data.aws_iam_policy_document.case_notes.json
}

# In the namespace on the Cloud Platform. If the service account is there already, add the entry to its role_policy_arns.
module "case_notes_irsa" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-irsa?ref=2.1.0"

  eks_cluster_name     = var.eks_cluster_name
  namespace            = var.namespace
  service_account_name = "case-notes-extractor"

  role_policy_arns = {
    case_notes = aws_iam_policy.case_notes.arn
  }

  business_unit          = var.business_unit
  application            = var.application
  is_production          = var.is_production
  team_name              = var.team_name
  environment_name       = var.environment
  infrastructure_support = var.infrastructure_support
}

# The job reads the destination here. role_arn is what the data platform adds to put_arns:
# cloud-platform decode-secret -n case-notes-prod -s analytical-platform-reporting-s3-bucket-case-notes
resource "kubernetes_secret" "case_notes" {
  metadata {
    name      = "analytical-platform-reporting-s3-bucket-case-notes"
    namespace = var.namespace
  }

  data = {
    destination_bucket = "s3://example-hub-landing/case_notes/"
    platform_role_arn  = "arn:aws:iam::123456789012:role/service-role/landing_case_notes"
    role_arn           = module.case_notes_irsa.role_arn
  }
}
