"""The handler that a team would write in an hour: head, copy and delete for each event.

Takes the number of processes; each acts as one instance of the function. Standard input has one event a line.
"""

import json
import os
import sys

import boto3

SOURCE = os.environ["EXPORT_BUCKET"]
TARGET = os.environ["TARGET_BUCKET"]

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        key = json.loads(record["body"])["detail"]["object"]["key"]
        s3.head_object(Bucket=SOURCE, Key=key)
        s3.copy_object(Bucket=TARGET, Key=key, CopySource={"Bucket": SOURCE, "Key": key})
        s3.delete_object(Bucket=SOURCE, Key=key)


def main():
    instances = int(sys.argv[1])
    events = sys.stdin.readlines()
    children = []
    for instance in range(1, instances):
        child = os.fork()
        if child == 0:
            work(events[instance::instances])
            os._exit(0)
        children.append(child)
    work(events[0::instances])
    sys.exit(any(os.waitpid(child, 0)[1] for child in children))


def work(events):
    for event in events:
        handler(json.loads(event), None)


main()
