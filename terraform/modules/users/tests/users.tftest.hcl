# Nothing here calls AWS.
provider "aws" {
  region     = "eu-west-1"
  access_key = "none"
  secret_key = "none"

  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_iam_roles.existing

  values = {
    names = ["alpha_user_both", "alpha_user_collection", "alpha_user_landing", "alpha_user_pull", "alpha_user_push", "somebody_else"]
  }
}

variables {
  users = {
    alpha_user_collection = { collection = ["claims", "parts_redacted"] }
    alpha_user_both       = { push = ["p1_nomis", "a_first"], pull = ["mojap-cjs-dashboard"] }
    alpha_user_landing    = { landing = ["case_notes", "a_first"] }
    alpha_user_pull       = { pull = ["mojap-cjs-dashboard", "mojap-b"] }
    alpha_user_push       = { push = ["p1_nomis"] }
  }

  access = [
    { kind = "push", sid = "PushFiles", actions = ["s3:PutObject", "s3:PutObjectTagging"], resources = ["arn:aws:s3:::mojap-hub-exports/{name}/*"] },
    { kind = "push", sid = "PushList", actions = ["s3:ListBucket"], resources = ["arn:aws:s3:::mojap-hub-exports"], prefix = "{name}/*" },
    { kind = "pull", sid = "PullFiles", actions = ["s3:GetObject", "s3:PutObject"], resources = ["arn:aws:s3:::{name}/*"] },
    { kind = "pull", sid = "PullList", actions = ["s3:ListBucket"], resources = ["arn:aws:s3:::{name}"] },
    { kind = "landing", sid = "LandingFiles", actions = ["s3:GetObject"], resources = ["arn:aws:s3:::mojap-curated/{name}/*"] },
    { kind = "landing", sid = "LandingList", actions = ["s3:ListBucket"], resources = ["arn:aws:s3:::mojap-curated"], prefix = "{name}/*" },
    {
      kind    = "landing"
      sid     = "LandingTables"
      actions = ["glue:GetPartitions", "glue:GetTable"]
      resources = [
        "arn:aws:glue:eu-west-1:123456789012:catalog",
        "arn:aws:glue:eu-west-1:123456789012:database/{name}",
        "arn:aws:glue:eu-west-1:123456789012:database/{name}_history",
        "arn:aws:glue:eu-west-1:123456789012:table/{name}/*",
        "arn:aws:glue:eu-west-1:123456789012:table/{name}_history/*",
      ]
    },
    { kind = "collection", sid = "CollectionFiles", actions = ["s3:GetObject"], resources = ["arn:aws:s3:::mojap-warehouse/tables/{name}/*"] },
    {
      kind      = "collection"
      sid       = "CollectionKey"
      actions   = ["kms:Decrypt"]
      resources = ["arn:aws:kms:eu-west-1:123456789012:key/*"]
      key_alias = "alias/exportctl/mojap-warehouse"
    },
  ]
}

run "policies" {
  command = plan

  assert {
    condition     = alltrue([for user, policy in aws_iam_role_policy.hub_exports : policy.role == user && policy.name == "hub_exports"])
    error_message = "Each user's role has one policy from here."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.hub_exports["alpha_user_both"].policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid      = "PushFiles"
          Effect   = "Allow"
          Action   = ["s3:PutObjectTagging", "s3:PutObject"]
          Resource = ["arn:aws:s3:::mojap-hub-exports/p1_nomis/*", "arn:aws:s3:::mojap-hub-exports/a_first/*"]
        },
        {
          Sid       = "PushList"
          Effect    = "Allow"
          Action    = "s3:ListBucket"
          Resource  = "arn:aws:s3:::mojap-hub-exports"
          Condition = { StringLike = { "s3:prefix" = ["a_first/*", "p1_nomis/*"] } }
        },
        {
          Sid      = "PullFiles"
          Effect   = "Allow"
          Action   = ["s3:PutObject", "s3:GetObject"]
          Resource = "arn:aws:s3:::mojap-cjs-dashboard/*"
        },
        {
          Sid      = "PullList"
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = "arn:aws:s3:::mojap-cjs-dashboard"
        },
      ]
    }
    error_message = "A user writes to the user's own push datasets and works in the user's own pull buckets."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.hub_exports["alpha_user_push"].policy).Statement[*].Sid == ["PushFiles", "PushList"]
    error_message = "Without pull datasets there are no statements for them."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.hub_exports["alpha_user_pull"].policy).Statement[*].Sid == ["PullFiles", "PullList"]
    error_message = "Without push datasets there are no statements for them."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.hub_exports["alpha_user_pull"].policy).Statement[1].Resource == [
      "arn:aws:s3:::mojap-cjs-dashboard",
      "arn:aws:s3:::mojap-b",
    ]
    error_message = "All datasets of a kind share its statements."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.hub_exports["alpha_user_landing"].policy).Statement == [
      {
        Sid      = "LandingFiles"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = ["arn:aws:s3:::mojap-curated/case_notes/*", "arn:aws:s3:::mojap-curated/a_first/*"]
      },
      {
        Sid       = "LandingList"
        Effect    = "Allow"
        Action    = "s3:ListBucket"
        Resource  = "arn:aws:s3:::mojap-curated"
        Condition = { StringLike = { "s3:prefix" = ["a_first/*", "case_notes/*"] } }
      },
      {
        Sid    = "LandingTables"
        Effect = "Allow"
        Action = ["glue:GetTable", "glue:GetPartitions"]
        Resource = [
          "arn:aws:glue:eu-west-1:123456789012:table/case_notes_history/*",
          "arn:aws:glue:eu-west-1:123456789012:table/case_notes/*",
          "arn:aws:glue:eu-west-1:123456789012:table/a_first_history/*",
          "arn:aws:glue:eu-west-1:123456789012:table/a_first/*",
          "arn:aws:glue:eu-west-1:123456789012:database/case_notes_history",
          "arn:aws:glue:eu-west-1:123456789012:database/case_notes",
          "arn:aws:glue:eu-west-1:123456789012:database/a_first_history",
          "arn:aws:glue:eu-west-1:123456789012:database/a_first",
          "arn:aws:glue:eu-west-1:123456789012:catalog",
        ]
      },
    ]
    error_message = "A statement may have several resources; one without a name occurs once."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.hub_exports["alpha_user_collection"].policy).Statement == [
      {
        Sid      = "CollectionFiles"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = ["arn:aws:s3:::mojap-warehouse/tables/parts_redacted/*", "arn:aws:s3:::mojap-warehouse/tables/claims/*"]
      },
      {
        Sid       = "CollectionKey"
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = "arn:aws:kms:eu-west-1:123456789012:key/*"
        Condition = { "ForAnyValue:StringEquals" = { "kms:ResourceAliases" = "alias/exportctl/mojap-warehouse" } }
      },
    ]
    error_message = "A key is named by its alias."
  }
}

run "leaver" {
  command = plan

  variables {
    users = {
      alpha_user_gone  = { push = ["p1_nomis"] }
      alpha_user_other = { push = ["p1_nomis"] }
      alpha_user_push  = { push = ["p1_nomis"] }
    }
  }

  # Outside of a test this is a warning, and the others' policies are planned.
  expect_failures = [check.users_have_roles]

  assert {
    condition     = keys(aws_iam_role_policy.hub_exports) == ["alpha_user_push"]
    error_message = "Only users without a role are left out."
  }

  assert {
    condition     = output.absent == tolist(["alpha_user_gone", "alpha_user_other"])
    error_message = "The leavers are named."
  }
}

run "nobody" {
  command = plan

  variables {
    users = {}
  }

  assert {
    condition     = length(aws_iam_role_policy.hub_exports) == 0
    error_message = "Without users there are no policies."
  }
}

run "refuses_a_role_arn" {
  command = plan

  variables {
    users = { "arn:aws:iam::123456789012:role/alpha_user_push" = { push = ["p1_nomis"] } }
  }

  expect_failures = [var.users]
}

run "refuses_a_prefix_that_reaches_further" {
  command = plan

  variables {
    users = { alpha_user_push = { push = ["*"] } }
  }

  expect_failures = [var.users]
}

run "takes_a_folder" {
  command = plan

  variables {
    users = { alpha_user_push = { push = ["hmrc/exporters"] } }
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.hub_exports["alpha_user_push"].policy).Statement[0].Resource == "arn:aws:s3:::mojap-hub-exports/hmrc/exporters/*"
    error_message = "A name may be a folder below another."
  }
}

run "refuses_a_folder_that_leads_elsewhere" {
  command = plan

  variables {
    users = { alpha_user_push = { push = ["hmrc/../exporters"] } }
  }

  expect_failures = [var.users]
}

run "refuses_a_bucket_arn" {
  command = plan

  variables {
    users = { alpha_user_pull = { pull = ["arn:aws:s3:::mojap-b"] } }
  }

  expect_failures = [var.users]
}

run "refuses_a_user_without_datasets" {
  command = plan

  variables {
    users = { alpha_user_push = { push = [], pull = [] } }
  }

  expect_failures = [var.users]
}

run "refuses_a_kind_without_statements" {
  command = plan

  variables {
    users = { alpha_user_push = { parcel = ["p1_nomis"] } }
  }

  expect_failures = [aws_iam_role_policy.hub_exports]
}

run "refuses_every_action" {
  command = plan

  variables {
    access = [{ kind = "push", sid = "PushFiles", actions = ["s3:*"], resources = ["arn:aws:s3:::mojap-hub-exports/{name}/*"] }]
  }

  expect_failures = [var.access]
}

run "refuses_a_statement_for_all_names" {
  command = plan

  variables {
    access = [{ kind = "push", sid = "PushFiles", actions = ["s3:PutObject"], resources = ["arn:aws:s3:::mojap-hub-exports/*"] }]
  }

  expect_failures = [var.access]
}

run "refuses_a_resource_for_all_names_beside_one_for_each" {
  command = plan

  variables {
    access = [{ kind = "push", sid = "PushFiles", actions = ["s3:PutObject"], resources = ["arn:aws:s3:::mojap-hub-exports/{name}/*", "arn:aws:s3:::mojap-hub-exports/*"] }]
  }

  expect_failures = [var.access]
}

run "refuses_every_use_of_a_key" {
  command = plan

  variables {
    access = [{ kind = "push", sid = "PushKey", actions = ["kms:Decrypt", "kms:Encrypt"], resources = ["arn:aws:kms:eu-west-1:123456789012:key/*"], key_alias = "alias/one" }]
  }

  expect_failures = [var.access]
}

run "refuses_a_sid_twice" {
  command = plan

  variables {
    access = [
      { kind = "push", sid = "Files", actions = ["s3:PutObject"], resources = ["arn:aws:s3:::mojap-hub-exports/{name}/*"] },
      { kind = "pull", sid = "Files", actions = ["s3:GetObject"], resources = ["arn:aws:s3:::{name}/*"] },
    ]
  }

  expect_failures = [var.access]
}
