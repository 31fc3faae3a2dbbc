[#assign role = asks[0].statements[0].principal]
For the owner of the bucket [=location][#if receivers?has_content] in the account [=receivers[0]][/#if]

The export push/[=dataset.name] writes files to
    s3://[=location]/[=dataset.name]/
as the role
    [=role]
[#if receivers?has_content]
and only while that account owns the bucket: no file goes to anybody who takes over its name.
[#else]
Please tell us which account owns the bucket: then no file goes to anybody who takes over its name.
[/#if]

Please do the following once that role exists: before, AWS refuses to save a policy that names it.

[#assign step = 1]
[#list asks as ask]
[#if ask.policy == "bucketPolicy"]
[=step]. Add this statement to the policy of the bucket:

[#else]
[=step]. Add this statement to the policy of the key [=ask.of]:

[/#if]
[#list ask.json as line]
    [=line]
[/#list]

[#assign step = step + 1]
[/#list]
[#if !dataset.kmsKeyArn??]
   If the bucket is encrypted with a KMS key of your own, tell us the key's ARN: it needs a statement too.

[/#if]
[=step]. Large files come in parts. Let S3 remove those that nobody completes, with this rule beside your others
   in the bucket's lifecycle configuration:

[#list lifecycle as line]
    [=line]
[/#list]

With "s3:GetObject" in the first statement too we see that such a file has arrived even if S3's answer to us was lost;
without it we copy the file once more.

[#if dataset.kmsKeyArn??]
We write each file with the encryption aws:kms and the key above, so the bucket's policy must not demand another one, such as
AES256 or aws:kms:dsse. The bucket must not be Requester Pays.
[#else]
We send no encryption header, so the bucket's policy must not demand one, be it AES256 or aws:kms:dsse: the bucket's default
encryption applies. The bucket must not be Requester Pays.
[/#if]

A file arrives under the name that its writer gave it, and that may hold any character, also "../" and "//". Check the name
before you use it as a path.

Then we try it together:

[#list trials as trial]
- [=trial.by] [#if trial.writes]writes a file[#else]sees it a minute later[/#if]:
    [=trial.command]
[/#list]

Should the role ever be deleted and made again, save the policies once more: AWS ties them to the role that was there
when they were saved.
