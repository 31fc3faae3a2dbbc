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
  target = data.aws_kms_alias.warehouse

  values = {
    target_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

run "finds_the_key_of_the_warehouse" {
  command = plan

  variables {
    warehouse_bucket       = "mojap.warehouse"
    database               = "collections"
    subnet_ids             = ["subnet-0123456789abcdef0"]
    security_group_ids     = ["sg-0123456789abcdef0"]
    key_service_secret_arn = null
    kms_key_arns           = ["arn:aws:kms:eu-west-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab"]
    status_table           = "states"
  }

  assert {
    condition     = data.aws_kms_alias.warehouse.name == "alias/exportctl/mojap_warehouse"
    error_message = "The key is found by the alias that the platform gave it."
  }

  assert {
    condition = (
      output.warehouse_bucket == "mojap.warehouse" &&
      output.database == "collections" &&
      output.kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" &&
      output.program_key == "code/ingestion.jar" &&
      output.subnet_ids == tolist(["subnet-0123456789abcdef0"]) &&
      output.security_group_ids == tolist(["sg-0123456789abcdef0"]) &&
      output.key_service_secret_arn == null &&
      output.kms_key_arns == tolist(["arn:aws:kms:eu-west-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab"]) &&
      output.status_table == "states"
    )
    error_message = "The outputs are those of the module collection_platform."
  }
}
