# Rendered by exportctl from datasets/platform.yaml. Do not edit.

# The data store of all source datasets: the service, its database and its bucket. They stay when the last source dataset
# goes.
module "source_platform" {
  source = "./modules/source_platform"

  url             = "https://store.example.org"
  bucket          = "example-hub-store"
  image           = "123456789012.dkr.ecr.eu-west-2.amazonaws.com/exportctl/store@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  certificate_arn = "arn:aws:acm:eu-west-2:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab"
  vpc_id          = "vpc-0123456789abcdef0"

  public_subnet_ids = [
    "subnet-0123456789abcdef0",
    "subnet-0fedcba9876543210",
  ]

  database_subnet_ids = [
    "subnet-00000000000000001",
    "subnet-00000000000000002",
  ]

  allowed_cidrs = [
    "203.0.113.0/24",
  ]

  issuer    = "https://sso.example.org"
  client_id = "data-store"

  readers_of_all = []

  instance_class = "db.t4g.micro"
  storage_gb     = 20
  multi_az       = false
  platform       = module.platform
}

output "source_address" {
  description = "Name of the load balancer, to which the host of the data store has to point."
  value       = module.source_platform.address
}
