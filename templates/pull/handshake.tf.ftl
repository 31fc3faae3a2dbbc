[#if asks?has_content]
# Permissions that the roles of the export pull/[=dataset.name] need in their own account to use the bucket
# [=location].
data "aws_iam_policy_document" "[=dataset.name]" {
[#list asks[0].statements as statement]
  statement {
    sid = "[=statement.sid]"
    actions = [
[#list statement.actions as action]
      "[=action]",
[/#list]
    ]
    resources = [
      "[=statement.resource]",
    ]
  }
[#sep]

[/#sep]
[/#list]
}

resource "aws_iam_policy" "[=dataset.name]" {
  name        = "exports-[=location]"
  description = "May [#if dataset.allowPush]read, write and delete[#else]read[/#if] files in [=location]."
  policy      = data.aws_iam_policy_document.[=dataset.name].json
}
[#list asks as ask]
[#if ask.onCloudPlatform]

# In the namespace on the Cloud Platform. If its role is there already, add the entry to its role_policy_arns.
module "irsa" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-irsa?ref=2.1.0"

  eks_cluster_name     = var.eks_cluster_name
  namespace            = var.namespace
  service_account_name = "[=dataset.name?replace("_", "-")]"

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
[#else]
[#list ask.roleNames as role]

# In the account [=ask.account].
resource "aws_iam_role_policy_attachment" "[=dataset.name]_[=ask?counter]_[=role?counter]" {
  role       = "[=role]"
  policy_arn = aws_iam_policy.[=dataset.name].arn
}
[/#list]
[/#if]
[/#list]
[#else]
# All roles of the export pull/[=dataset.name] are of our own account: the policy of the bucket [=location] is enough.
[/#if]
