# The data store of all source datasets: the service, its database and its bucket. They stay when the last source dataset
# goes.
module "source_platform" {
  source = "[=modules]/source_platform"

  url             = "[=source_platform.url]"
  bucket          = "[=source_platform.bucket]"
  image           = "[=source_platform.image]"
  certificate_arn = "[=source_platform.certificateArn]"
  vpc_id          = "[=source_platform.vpcId]"

  public_subnet_ids = [
[#list source_platform.publicSubnetIds as id]
    "[=id]",
[/#list]
  ]

[#if source_platform.privateSubnetIds?has_content]
  private_subnet_ids = [
[#list source_platform.privateSubnetIds as id]
    "[=id]",
[/#list]
  ]

[/#if]
  database_subnet_ids = [
[#list source_platform.databaseSubnetIds as id]
    "[=id]",
[/#list]
  ]

  allowed_cidrs = [
[#list source_platform.allowedCidrs as cidr]
    "[=cidr]",
[/#list]
  ]

  issuer    = "[=source_platform.issuer]"
  client_id = "[=source_platform.clientId]"

[#if source_platform.readersOfAll?has_content]
  readers_of_all = [
[#list source_platform.readersOfAll as reader]
    "[=reader]",
[/#list]
  ]
[#else]
  readers_of_all = []
[/#if]

  instance_class = "[=source_platform.database.instanceClass]"
  storage_gb     = [=source_platform.database.storageGb]
  multi_az       = [=source_platform.database.isMultiAz]
  platform       = module.platform
}

output "source_address" {
  description = "Name of the load balancer, to which the host of the data store has to point."
  value       = module.source_platform.address
}
