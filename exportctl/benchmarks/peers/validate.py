"""Holds all files of a folder against a schema: what a team would write with python3-jsonschema."""

import json
import os
import sys

import jsonschema
import yaml

schema, folder = sys.argv[1:]
with open(schema, "rb") as file:
    validator = jsonschema.Draft7Validator(json.load(file))

status = 0
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), "rb") as file:
        document = yaml.load(file, Loader=yaml.CSafeLoader)
    for error in validator.iter_errors(document):
        print(f"{name}: {error.message}")
        status = 1
sys.exit(status)
