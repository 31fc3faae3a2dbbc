# The images of the service. A tag is never moved, and the task names an image by its digest.
resource "aws_ecr_repository" "store" {
  name                 = local.repository
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
