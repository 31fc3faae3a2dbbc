"""What the older system deploys, in plain calls of AWS: the YAML beside this file, and the names, runtime and policies of

https://github.com/moj-analytical-services/data-engineering-exports and of the components that it is built from. Pulumi
makes them there; users' roles and receivers' buckets are made elsewhere.
"""

import io
import json
import pathlib
import zipfile

import boto3
import yaml

EXPORT_BUCKET = "mojap-hub-exports"
BASIC_EXECUTION = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
HANDLER = """
import os
import urllib.parse

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        source = record["s3"]["bucket"]["name"]
        key = urllib.parse.unquote_plus(record["s3"]["object"]["key"])
        s3.copy_object(Bucket=os.environ["DESTINATION_BUCKET"], Key=key, CopySource={"Bucket": source, "Key": key},
                       ACL="bucket-owner-full-control")
        s3.delete_object(Bucket=source, Key=key)
"""

s3 = boto3.client("s3")
iam = boto3.client("iam")
functions = boto3.client("lambda")
logs = boto3.client("logs")


def main():
    push = datasets("push_datasets")
    bucket(EXPORT_BUCKET)
    # What nobody has moved: a file whose copy failed, and one that stays.
    for key in ("arrivals/failed.csv", "arrivals_kept/stays.csv"):
        s3.put_object(Bucket=EXPORT_BUCKET, Key=key, Body=key)
    targets = [mover(dataset) for dataset in push]
    s3.put_bucket_notification_configuration(
        Bucket=EXPORT_BUCKET, NotificationConfiguration={"LambdaFunctionConfigurations": targets}
    )
    for user in sorted({user for dataset in push for user in dataset["users"]}):
        prefixes = [f"{arn(EXPORT_BUCKET)}/{dataset['name']}/*" for dataset in push if user in dataset["users"]]
        put_policy(
            user,
            "hub_exports",
            allow(["s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging"], prefixes),
            allow(["s3:ListBucket"], [arn(EXPORT_BUCKET)]),
        )
    for dataset in datasets("pull_datasets"):
        pull(dataset)
        s3.put_object(Bucket=f"mojap-{dataset['name']}", Key="before.csv", Body="before")


def datasets(folder):
    files = sorted((pathlib.Path(__file__).parent / folder).glob("*.yaml"))
    return [yaml.safe_load(file.read_text()) for file in files]


def bucket(name):
    s3.create_bucket(
        Bucket=name,
        ACL="private",
        CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name},
    )
    s3.put_bucket_encryption(
        Bucket=name,
        ServerSideEncryptionConfiguration={
            "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
        },
    )
    s3.put_public_access_block(
        Bucket=name,
        PublicAccessBlockConfiguration={
            "BlockPublicAcls": True,
            "BlockPublicPolicy": True,
            "IgnorePublicAcls": True,
            "RestrictPublicBuckets": True,
        },
    )
    s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": [{"Key": "Name", "Value": name}]})


def mover(dataset):
    """A role, its function, and S3's right to call it; what the notification has to say of it."""
    keep = dataset.get("keep_files", False)
    name = f"export_{dataset['name']}-{'copy' if keep else 'move'}"
    role = iam.create_role(
        RoleName=name,
        Path="/service-role/",
        AssumeRolePolicyDocument=policy(
            {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
        ),
    )["Role"]
    put_policy(
        name,
        "s3-access",
        allow(
            ["s3:GetObject*"] + ([] if keep else ["s3:DeleteObject*"]),
            [f"{arn(EXPORT_BUCKET)}/{dataset['name']}/*"],
        ),
        allow(["s3:PutObject*"], [f"{arn(dataset['bucket'])}/*"]),
    )
    iam.attach_role_policy(RoleName=name, PolicyArn=BASIC_EXECUTION)
    function = functions.create_function(
        FunctionName=name,
        Description=f"Moves data from {EXPORT_BUCKET} to {dataset['bucket']}",
        Runtime="python3.8",
        Handler="move.handler",
        Role=role["Arn"],
        Code={"ZipFile": code()},
        Timeout=300,
        Environment={"Variables": {"DESTINATION_BUCKET": dataset["bucket"]}},
        Tags={"Name": name},
    )
    functions.add_permission(
        FunctionName=name,
        StatementId="permission-1a2b3c4",
        Action="lambda:InvokeFunction",
        Principal="s3.amazonaws.com",
        SourceArn=arn(EXPORT_BUCKET),
    )
    # Lambda makes a log at the first call; the copying function was never called.
    if not keep:
        logs.create_log_group(logGroupName=f"/aws/lambda/{name}")
    return {
        "LambdaFunctionArn": function["FunctionArn"],
        "Events": ["s3:ObjectCreated:*"],
        "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": f"{dataset['name']}/"}]}},
    }


def pull(dataset):
    name = f"mojap-{dataset['name']}"
    actions = ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectVersion"]
    writing = ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject", "s3:PutObjectAcl", "s3:RestoreObject"]
    roles = {"Principal": {"AWS": dataset["pull_arns"]}}
    bucket(name)
    s3.put_bucket_policy(
        Bucket=name,
        Policy=policy(
            allow(actions + (writing if dataset.get("allow_push") else []), [f"{arn(name)}/*"]) | roles,
            allow(["s3:ListBucket"], [arn(name)]) | roles,
        ),
    )
    for user in dataset["users"]:
        put_policy(
            user,
            f"hub-exports-pull-{dataset['name']}",
            allow(actions + writing, [f"{arn(name)}/*"]),
            allow(["s3:ListBucket"], [arn(name)]),
        )


def put_policy(role, name, *statements):
    iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=policy(*statements))


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def allow(actions, resources):
    return {"Effect": "Allow", "Action": actions, "Resource": resources}


def arn(bucket_name):
    return f"arn:aws:s3:::{bucket_name}"


def code():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("move.py", HANDLER)
    return archive.getvalue()


main()
