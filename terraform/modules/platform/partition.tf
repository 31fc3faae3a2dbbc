# Such as aws or aws-us-gov, by the provider's Region.
data "aws_partition" "current" {}
