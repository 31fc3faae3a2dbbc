# Secrets whose values are put by hand, so that no state holds one. The service does not start before all three have one.
resource "aws_secretsmanager_secret" "key" {
  name        = "store/key"
  description = "Key that seals the keys of Hawk clients: 32 bytes in base64, as \"store keygen\" prints them."
}

resource "aws_secretsmanager_secret" "oidc" {
  name        = "store/oidc"
  description = "Secret of the client ${var.client_id} at ${var.issuer}."
}

resource "aws_secretsmanager_secret" "dataflow" {
  name        = "store/dataflow"
  description = "Airflow that is told of loads: JSON with the texts url, hawk_id and hawk_key, which are empty if there is none."
}
