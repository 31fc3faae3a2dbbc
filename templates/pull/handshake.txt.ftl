For the owners of the roles that [#if dataset.allowPush]read and write[#else]read[/#if] s3://[=location]/

The export pull/[=dataset.name] lets these roles in, and nobody else from outside the platform:
[#list dataset.pullArns as arn]
    [=arn]
[/#list]

[#if asks?has_content]
Both sides have to allow it. The bucket does; now please give this policy

[#list asks[0].json as line]
    [=line]
[/#list]

[#list asks as ask]
- in the account [=ask.account] to [=ask.roleNames?join(", ")]
[#if ask.onCloudPlatform]
  On the Cloud Platform the namespace's Terraform does that; we print it with
      exportctl handshake pull/[=dataset.name] --format terraform
[/#if]
[/#list]
[#else]
All are roles of our own account: the bucket's policy is enough, and there is nothing to do.
[/#if]

To try it, as one of the roles:

[#list trials as trial]
    [=trial.command]
[/#list]
