# Rendered by exportctl from datasets/landing/notes_prod.yaml. Do not edit.

# s3://example-hub-landing/notes_prod/: filled by the namespace case-notes-prod, queried by alpha_user_amira and 1 more.
# Paperwork: https://example.org/dpia/case-notes
# Suspended: nobody gets in or out, and nothing is moved.
locals {
  landing_notes_prod = {
    schema_contract = "evolve"
    history_days    = 35
    max_age_hours   = 26

    put_arns = [
      "arn:aws:iam::754256621582:role/cloud-platform-irsa-0123456789abcdef-live",
    ]

    exclude_tables = [
      "flyway_schema_history",
    ]

    exclude_columns = [
      "*.email",
    ]

    hash_columns = [
      "offender.noms_id",
    ]
  }
}
