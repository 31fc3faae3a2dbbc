variable "url" {
  description = "Address of the service: https:// and its host, for which the certificate is."
  type        = string

  validation {
    condition     = can(regex("^https://[a-z0-9.-]+$", var.url))
    error_message = "url is https:// and a host, without a path."
  }
}

variable "bucket" {
  description = "Bucket of raw files, uploads and config objects."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "bucket is a bucket's name of 3 to 63 lower-case letters, digits, dots and hyphens, not an ARN."
  }
}

variable "image" {
  description = "Image of the service, by its digest, in the repository that this module creates."
  type        = string

  validation {
    condition     = can(regex("/exportctl/store@sha256:[0-9a-f]{64}$", var.image))
    error_message = "image ends in /exportctl/store@sha256: and the digest; a tag could change under it."
  }
}

variable "certificate_arn" {
  description = "ARN of the certificate in ACM for the host of url."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the service and its database."
  type        = string
}

variable "public_subnet_ids" {
  description = "Public subnets of the load balancer, in two zones at least; those of the tasks too, unless there are private ones."
  type        = list(string)

  validation {
    condition     = length(var.public_subnet_ids) >= 2
    error_message = "A load balancer needs subnets in two zones."
  }
}

variable "private_subnet_ids" {
  description = "Subnets of the tasks with a way out through a NAT gateway; empty for tasks in the public ones."
  type        = list(string)
  default     = []
}

variable "database_subnet_ids" {
  description = "Subnets of the database, in two zones at least."
  type        = list(string)

  validation {
    condition     = length(var.database_subnet_ids) >= 2
    error_message = "A database needs subnets in two zones."
  }
}

variable "allowed_cidrs" {
  description = "Networks from which the service can be reached."
  type        = list(string)

  validation {
    condition     = length(var.allowed_cidrs) > 0 && alltrue([for cidr in var.allowed_cidrs : can(cidrhost(cidr, 0))])
    error_message = "allowed_cidrs has one or more networks, such as 203.0.113.0/24."
  }
}

variable "issuer" {
  description = "OpenID provider that uploaders sign in with."
  type        = string
}

variable "client_id" {
  description = "Id of the service at the OpenID provider."
  type        = string
}

variable "readers_of_all" {
  description = "Hawk clients that may read all tables."
  type        = list(string)
}

variable "instance_class" {
  description = "Class of the database's instance, such as db.t4g.micro."
  type        = string
}

variable "storage_gb" {
  description = "Storage of the database in gigabytes, which grows by itself to five times that."
  type        = number

  validation {
    condition     = var.storage_gb >= 20 && floor(var.storage_gb) == var.storage_gb
    error_message = "storage_gb is a whole number of gigabytes, 20 or more."
  }
}

variable "multi_az" {
  description = "True if a second instance of the database waits in another zone."
  type        = bool
}

variable "platform" {
  description = "Values that all datasets share: the outputs of the module platform."
  type = object({
    account_id      = string
    region          = string
    partition       = string
    recovery_days   = number
    alarm_topic_arn = string
  })
}
