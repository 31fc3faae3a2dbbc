# The extractor of landing/first_notes_dev in the namespace first-notes-dev takes a role of the data platform. That
# role decides where it may write: no bucket and no folder stands here.
data "aws_iam_policy_document" "first_notes_dev" {
  statement {
    sid       = "LandsFirstNotesDev"
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:iam::123456789012:role/service-role/landing_first_notes_dev"]
  }
}

resource "aws_iam_policy" "first_notes_dev" {
  name        = "landing-first-notes-dev"
  description = "May take the role that puts extractions of first_notes_dev on the data platform."
  policy      = data.aws_iam_policy_document.first_notes_dev.json
}

# In the namespace on the Cloud Platform. If the service account is there already, add the entry to its role_policy_arns.
module "first_notes_dev_irsa" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-irsa?ref=2.1.0"

  eks_cluster_name     = var.eks_cluster_name
  namespace            = var.namespace
  service_account_name = "notes-reader"

  role_policy_arns = {
    first_notes_dev = aws_iam_policy.first_notes_dev.arn
  }

  business_unit          = var.business_unit
  application            = var.application
  is_production          = var.is_production
  team_name              = var.team_name
  environment_name       = var.environment
  infrastructure_support = var.infrastructure_support
}

# The job reads the destination here. role_arn is what the data platform adds to put_arns:
# cloud-platform decode-secret -n first-notes-dev -s analytical-platform-reporting-s3-bucket-first-notes-dev
resource "kubernetes_secret" "first_notes_dev" {
  metadata {
    name      = "analytical-platform-reporting-s3-bucket-first-notes-dev"
    namespace = var.namespace
  }

  data = {
    destination_bucket = "s3://example-hub-landing/first_notes_dev/"
    platform_role_arn  = "arn:aws:iam::123456789012:role/service-role/landing_first_notes_dev"
    role_arn           = module.first_notes_dev_irsa.role_arn
  }
}

# The key of the hashes. Whoever has it can tell whose hash it is by trying: it stays in this namespace. A new key gives
# new hashes, which no longer join with those of former extractions.
resource "random_password" "first_notes_dev_hash_key" {
  length  = 64
  special = false
}

resource "kubernetes_secret" "first_notes_dev_hash_key" {
  metadata {
    name      = "first-notes-dev-hash-key"
    namespace = var.namespace
  }

  data = {
    key = random_password.first_notes_dev_hash_key.result
  }
}
