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
  name          = "example-bucket"
  partition     = "aws"
  versioning    = true
  recovery_days = 35
}

run "guards" {
  command = plan

  assert {
    condition = (
      aws_s3_bucket_public_access_block.this.block_public_acls &&
      aws_s3_bucket_public_access_block.this.block_public_policy &&
      aws_s3_bucket_public_access_block.this.ignore_public_acls &&
      aws_s3_bucket_public_access_block.this.restrict_public_buckets
    )
    error_message = "The bucket and its files are never public."
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "Every file belongs to this account."
  }

  assert {
    condition     = aws_s3_bucket.this.force_destroy == false
    error_message = "Terraform never empties a bucket."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "Files are encrypted with SSE-S3."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this[0].versioning_configuration[0].status == "Enabled"
    error_message = "The bucket keeps versions."
  }

  assert {
    condition = (
      aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].noncurrent_days == 35 &&
      aws_s3_bucket_lifecycle_configuration.this.rule[0].expiration[0].expired_object_delete_marker &&
      aws_s3_bucket_lifecycle_configuration.this.rule[1].abort_incomplete_multipart_upload[0].days_after_initiation == 7
    )
    error_message = "Old versions expire after the recovery days, abandoned uploads after a week."
  }

  assert {
    condition     = length([for days in flatten(aws_s3_bucket_lifecycle_configuration.this.rule[*].expiration[*].days) : days if days != null && days != 0]) == 0
    error_message = "No rule expires a current file."
  }

  assert {
    condition = jsondecode(output.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "DenyWithoutTls"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = ["arn:aws:s3:::example-bucket/*", "arn:aws:s3:::example-bucket"]
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
        {
          Sid       = "DenyTlsBelow12"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = ["arn:aws:s3:::example-bucket/*", "arn:aws:s3:::example-bucket"]
          Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
        },
      ]
    }
    error_message = "The policy denies requests below TLS 1.2 and allows nothing."
  }
}

run "expires_files" {
  command = plan

  variables {
    expiration_days = 14
  }

  assert {
    condition = one([
      for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.expiration[0].days
      if rule.id == "expire-files" && rule.status == "Enabled"
    ]) == 14
    error_message = "Every file expires after these days."
  }
}

run "expires_files_of_a_folder" {
  command = plan

  variables {
    expiration_days   = 14
    expiration_prefix = "dead/"
  }

  assert {
    condition = [
      for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.filter[0].prefix
      if rule.id == "expire-files"
    ] == ["dead/"]
    error_message = "Only files of that folder expire."
  }
}

run "encrypts_with_a_key" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }

  assert {
    condition = (
      one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms" &&
      one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].kms_master_key_id == var.kms_key_arn &&
      one(aws_s3_bucket_server_side_encryption_configuration.this.rule).bucket_key_enabled
    )
    error_message = "Files are encrypted with the key that is named, through a bucket key."
  }
}

run "without_versioning" {
  command = plan

  variables {
    versioning = false
  }

  assert {
    condition     = length(aws_s3_bucket_versioning.this) == 0
    error_message = "A bucket that never had versioning stays as it is."
  }
}

run "with_readers" {
  command = plan

  variables {
    policy_documents = [
      jsonencode({
        Version = "2012-10-17"
        Statement = [
          { Sid = "Readers", Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::example-bucket/*" },
        ]
      }),
    ]
  }

  assert {
    condition     = jsondecode(output.policy).Statement[*].Sid == ["Readers", "DenyWithoutTls", "DenyTlsBelow12"]
    error_message = "The caller's statements stand beside the denials."
  }
}

run "refuses_an_arn" {
  command = plan

  variables {
    name = "arn:aws:s3:::example-bucket"
  }

  expect_failures = [var.name]
}

run "refuses_half_a_day" {
  command = plan

  variables {
    recovery_days = 0.5
  }

  expect_failures = [var.recovery_days]
}

run "bears_the_tags_of_its_caller" {
  command = plan

  variables {
    tags = { owner = "Prison data team" }
  }

  assert {
    condition     = aws_s3_bucket.this.tags == tomap({ owner = "Prison data team" })
    error_message = "The bucket has the tags that it is given."
  }
}
