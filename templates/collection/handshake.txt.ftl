[#assign role = asks[0].statements[0].principal]
For the owner of the bucket [=location]

The dataset collection/[=dataset.name] makes a table of the records of [=dataset.collection], every day at [=dataset.schedule.dailyAt] ([=dataset.schedule.timeZone]).
Its job reads
    [=dataset.source.url]
as the role
    [=role]
It can neither write nor delete anything there. It decrypts the records in memory, and keeps those that it cannot read
as they came.

Please do the following once that role exists: before, AWS refuses to save a policy that names it.

1. Add these statements to the policy of the bucket:

[#list asks as ask]
[#if ask.policy == "bucketPolicy"]
[#list ask.json as line]
    [=line]
[/#list]

[/#if]
[/#list]
[#if dataset.source.kmsKeyArn??]
2. Add this statement to the policy of the key [=dataset.source.kmsKeyArn]:

[#list asks as ask]
[#if ask.policy == "keyPolicy"]
[#list ask.json as line]
    [=line]
[/#list]

[/#if]
[/#list]
[#else]
   If the bucket is encrypted with a KMS key of your own, tell us the key's ARN: it needs a statement too.

[/#if]
[#if collection_platform.keyServiceUrl??]
For the owner of the key service [=collection_platform.keyServiceUrl]

The job has the data keys of these records opened by you. It shows the certificate in our secret
    [=collection_platform.keyServiceSecretArn]
Please trust it, and tell us the certificate of the authority that signed yours: the job trusts no other. The addresses of
the job are those of these security groups:
[#list collection_platform.securityGroupIds as group]
    [=group]
[/#list]
[#else]
For the owners of the keys that seal the data keys of these records

Let the role above decrypt with
[#list collection_platform.kmsKeyArns as arn]
    [=arn]
[/#list]
by a statement with the action kms:Decrypt in the policy of each.
[/#if]

Then we try it together: we start the job for one date, and its record of the run says how many lines it could read:

    s3://[=collection_platform.warehouseBucket]/runs/[=dataset.name]/

Should the role ever be deleted and made again, save the policies once more: AWS ties them to the role that was there
when they were saved.
