# aws, aws-cn or aws-us-gov: the provider knows it from its Region.
data "aws_partition" "current" {}
