# The role of the service that the module source_platform has created.
data "aws_iam_role" "task" {
  name = "exportctl-store-task"
}
