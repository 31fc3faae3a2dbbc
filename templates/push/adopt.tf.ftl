[#assign function]export_[=dataset.name]-[#if dataset.keepFiles]copy[#else]move[/#if][/#assign]

# Role that [=dataset.bucket] allows, its function and its log.
import {
  to = module.push["[=dataset.name]"].aws_iam_role.function
  id = "[=function]"
}

import {
  to = module.push["[=dataset.name]"].aws_lambda_function.function
  id = "[=function]"
}

import {
  to = module.push["[=dataset.name]"].aws_cloudwatch_log_group.function
  id = "/aws/lambda/[=function]"
}
