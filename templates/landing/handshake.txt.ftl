[#assign job = dataset.job]
For the developers of the service in the namespace [=job.namespace]

The dataset landing/[=dataset.name] takes in your database every night, whole or not at all. A job in your namespace
writes it to
    s3://[=location]/[=dataset.name]/
as the role
    [=asks[0].statements[0].resource]
which may put new files there, and can neither read, change nor delete any.

1. Add what we print with
       exportctl handshake landing/[=dataset.name] --format terraform
   to your namespace's Terraform and apply it. It gives the job's service account, [=job.serviceAccount], a role that
   may take ours, and puts the destination into a secret.

[#if dataset.putArns?has_content]
2. We let these roles in already:
[#list dataset.putArns as role]
       [=role]
[/#list]
[#else]
2. Tell us the role's ARN: it is role_arn in the secret analytical-platform-reporting-s3-bucket-[=dataset.name?replace("_", "-")].
   We add it under put_arns of the dataset; until then nobody may write.
[/#if]

[#if dataset.selection.includeTables?join(",") == "*"]
3. Grant the database user of the secret [=job.databaseSecret] SELECT on all tables of [=dataset.selection.schemas?join(", ")].
[#else]
3. Grant the database user of the secret [=job.databaseSecret] SELECT on what is to be read:
[#list dataset.selection.includeTables as table]
       [=table]
[/#list]
[/#if]
[#if dataset.selection.excludeColumns?has_content]
   These columns never leave the database:
[#list dataset.selection.excludeColumns as column]
       [=column]
[/#list]
[/#if]
[#if dataset.selection.hashColumns?has_content]
   These leave it as hashes only, with a key that stays in your namespace:
[#list dataset.selection.hashColumns as column]
       [=column]
[/#list]
[/#if]

4. Put the job that we print with
       exportctl handshake landing/[=dataset.name] --format kubernetes
   into your deployment. It runs at [=job.schedule] (UTC)[#if job.isSuspended] once it is no longer suspended[/#if].

Then we try it together:

- you start the job:
    kubectl -n [=job.namespace] create job first --from=cronjob/[=job.name]
- you follow it; it ends well only if the platform has accepted the data, and otherwise says why:
    kubectl -n [=job.namespace] logs -f job/first
- the users query the tables of the database [=dataset.name].

Whenever we change the dataset, print both files again; with --check FILE the command compares your copy with them.
