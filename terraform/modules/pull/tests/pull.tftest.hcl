# Nothing here calls AWS.
provider "aws" {
  region     = "eu-west-1"
  access_key = "none"
  secret_key = "none"

  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variables {
  bucket    = "mojap-cjs-dashboard"
  pull_arns = ["arn:aws:iam::210987654321:role/reader"]

  platform = {
    account_id    = "123456789012"
    partition     = "aws"
    recovery_days = 35
  }
}

run "outside_role" {
  command = plan

  assert {
    condition = slice(jsondecode(module.bucket.policy).Statement, 0, 2) == [
      {
        Sid       = "Files210987654321"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::210987654321:root" }
        Action    = ["s3:GetObjectVersion", "s3:GetObjectTagging", "s3:GetObject"]
        Resource  = "arn:aws:s3:::mojap-cjs-dashboard/*"
        Condition = { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::210987654321:role/reader" } }
      },
      {
        Sid       = "Bucket210987654321"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::210987654321:root" }
        Action    = ["s3:ListBucket", "s3:GetBucketLocation"]
        Resource  = "arn:aws:s3:::mojap-cjs-dashboard"
        Condition = { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::210987654321:role/reader" } }
      },
    ]
    error_message = "The outside role reads and lists, as a condition on its account."
  }

  assert {
    condition     = slice(jsondecode(module.bucket.policy).Statement, 2, 4)[*].Sid == ["DenyWithoutTls", "DenyTlsBelow12"]
    error_message = "Nobody reaches the bucket without TLS 1.2."
  }

  assert {
    condition     = length(jsondecode(module.bucket.policy).Statement) == 4
    error_message = "Nothing else is allowed."
  }

  assert {
    condition     = output.bucket == "mojap-cjs-dashboard" && output.bucket_arn == "arn:aws:s3:::mojap-cjs-dashboard"
    error_message = "The outputs name the bucket at the first plan."
  }
}

run "roles_of_two_accounts_and_our_own" {
  command = plan

  variables {
    pull_arns = [
      "arn:aws:iam::210987654321:role/namespaces/preprod/reader",
      "arn:aws:iam::345678901234:role/sync",
      "arn:aws:iam::210987654321:role/reader",
      "arn:aws:iam::123456789012:role/service-role/own",
    ]
  }

  assert {
    condition = {
      for statement in jsondecode(module.bucket.policy).Statement : statement.Sid => {
        principal = statement.Principal.AWS
        condition = try(statement.Condition, null)
      } if statement.Effect == "Allow"
      } == {
      Files123456789012 = {
        principal = "arn:aws:iam::123456789012:role/service-role/own"
        condition = null
      }
      Files210987654321 = {
        principal = "arn:aws:iam::210987654321:root"
        condition = { ArnEquals = { "aws:PrincipalArn" = ["arn:aws:iam::210987654321:role/namespaces/preprod/reader", "arn:aws:iam::210987654321:role/reader"] } }
      }
      Files345678901234 = {
        principal = "arn:aws:iam::345678901234:root"
        condition = { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::345678901234:role/sync" } }
      }
      Bucket123456789012 = {
        principal = "arn:aws:iam::123456789012:role/service-role/own"
        condition = null
      }
      Bucket210987654321 = {
        principal = "arn:aws:iam::210987654321:root"
        condition = { ArnEquals = { "aws:PrincipalArn" = ["arn:aws:iam::210987654321:role/namespaces/preprod/reader", "arn:aws:iam::210987654321:role/reader"] } }
      }
      Bucket345678901234 = {
        principal = "arn:aws:iam::345678901234:root"
        condition = { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::345678901234:role/sync" } }
      }
    }
    error_message = "Each account has a statement for its own roles; a role of our own is itself the principal; paths are kept."
  }
}

run "allow_push" {
  command = plan

  variables {
    allow_push = true
  }

  assert {
    condition = toset(jsondecode(module.bucket.policy).Statement[0].Action) == toset([
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:GetObjectTagging",
      "s3:GetObjectVersion",
      "s3:ListMultipartUploadParts",
      "s3:PutObject",
      "s3:PutObjectTagging",
    ])
    error_message = "With allow_push the roles also write and delete."
  }

  assert {
    condition     = jsondecode(module.bucket.policy).Statement[1].Action == ["s3:ListBucket", "s3:GetBucketLocation"]
    error_message = "Their access to the bucket itself stays the same."
  }
}

run "refuses_a_bucket_arn" {
  command = plan

  variables {
    bucket = "arn:aws:s3:::mojap-cjs-dashboard"
  }

  expect_failures = [var.bucket]
}

run "refuses_a_user" {
  command = plan

  variables {
    pull_arns = ["arn:aws:iam::210987654321:user/reader"]
  }

  expect_failures = [var.pull_arns]
}

run "refuses_a_whole_account" {
  command = plan

  variables {
    pull_arns = ["arn:aws:iam::210987654321:root"]
  }

  expect_failures = [var.pull_arns]
}

run "refuses_a_wildcard" {
  command = plan

  variables {
    pull_arns = ["arn:aws:iam::210987654321:role/*"]
  }

  expect_failures = [var.pull_arns]
}

run "refuses_a_role_twice" {
  command = plan

  variables {
    pull_arns = ["arn:aws:iam::210987654321:role/reader", "arn:aws:iam::210987654321:role/reader"]
  }

  expect_failures = [var.pull_arns]
}

run "refuses_an_empty_list_of_roles" {
  command = plan

  variables {
    pull_arns = []
  }

  expect_failures = [var.pull_arns]
}

run "takes_a_path_of_any_printing_characters" {
  command = plan

  variables {
    pull_arns = ["arn:aws:iam::210987654321:role/team:data/{a}!~/reader"]
  }

  assert {
    condition     = jsondecode(data.aws_iam_policy_document.roles.minified_json).Statement[0].Condition.ArnEquals["aws:PrincipalArn"] == "arn:aws:iam::210987654321:role/team:data/{a}!~/reader"
    error_message = "The condition names the role with its path."
  }
}

# ArnEquals takes * and ? for any characters, and ${...} for a variable: other roles could read the bucket.
run "refuses_a_wildcard_in_a_path" {
  command = plan

  variables {
    pull_arns = ["arn:aws:iam::210987654321:role/team*/reader"]
  }

  expect_failures = [var.pull_arns]
}

run "refuses_a_variable_in_a_path" {
  command = plan

  variables {
    pull_arns = ["arn:aws:iam::210987654321:role/$${aws:username}/reader"]
  }

  expect_failures = [var.pull_arns]
}

run "refuses_account_zero" {
  command = plan

  variables {
    pull_arns = ["arn:aws:iam::000000000000:role/reader"]
  }

  expect_failures = [var.pull_arns]
}

run "takes_the_sovereign_cloud" {
  command = plan

  variables {
    pull_arns = ["arn:aws-eusc:iam::210987654321:role/reader"]

    platform = {
      account_id    = "123456789012"
      partition     = "aws-eusc"
      recovery_days = 35
    }
  }

  assert {
    condition     = jsondecode(data.aws_iam_policy_document.roles.minified_json).Statement[0].Principal.AWS == "arn:aws-eusc:iam::210987654321:root"
    error_message = "The policy is one of that partition."
  }
}

run "stays_whole_while_it_is_closed" {
  command = plan

  variables {
    closed = true
  }

  assert {
    condition     = length(jsondecode(module.bucket.policy).Statement) == 2
    error_message = "The policy of the bucket has nothing but the denials of TLS below 1.2."
  }
}

run "refuses_a_label_that_is_no_tag" {
  command = plan

  variables {
    labels = { owner = "Prisons, and <others>" }
  }

  expect_failures = [var.labels]
}
