"""The scripts that a team would write in an hour, with psycopg2.

copy TABLE            copies the rows as JSON, which PostgreSQL makes, to nowhere; its lines are not valid JSON where a
                      value has a backslash
upload TABLE BUCKET   reads rows, makes JSON of them, compresses it, and uploads it to a bucket
"""

import gzip
import json
import os
import sys
import tempfile

import psycopg2


def copy(connection, table):
    with open(os.devnull, "wb") as out, connection.cursor() as cursor:
        cursor.copy_expert(f"COPY (SELECT row_to_json(t) FROM {table} t) TO STDOUT", out)
        return cursor.rowcount


def upload(connection, table, bucket):
    import boto3

    rows = 0
    with tempfile.NamedTemporaryFile(suffix=".jsonl.gz") as file:
        with gzip.open(file.name, "wt", encoding="utf-8") as out, connection.cursor("rows") as cursor:
            cursor.execute(f"SELECT * FROM {table}")
            for row in cursor:
                names = [column.name for column in cursor.description]
                out.write(json.dumps(dict(zip(names, row)), default=str) + "\n")
                rows += 1
        boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL"]).upload_file(file.name, bucket, "script/rows.jsonl.gz")
    return rows


connection = psycopg2.connect("")
print(globals()[sys.argv[1]](connection, *sys.argv[2:]))
